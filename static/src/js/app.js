// Every page works without this file; it only makes some of them quicker.
import { SortableTable } from "@ministryofjustice/frontend"
import { createAll, initAll } from "govuk-frontend"

import { startAutocompletes } from "./parts/autocomplete.js"
import { startAutosaves } from "./parts/autosave.js"
import { startComposers } from "./parts/composer.js"
import { startPolling } from "./parts/polling.js"
import { startReveals } from "./parts/reveal.js"

initAll()
createAll(SortableTable)
startAutocompletes()
startReveals()
startAutosaves()
startComposers()
startPolling()
