// data-reveal-when="field" data-reveal-equals="no yes": shown while the field has one of the values.
// data-reveal-after="2017-01-05" data-reveal-day="id_held_on": shown while the day typed is later.
export function startReveals(scope = document) {
  for (const part of scope.querySelectorAll("[data-reveal-when], [data-reveal-after]")) {
    const form = part.closest("form")
    if (!form) continue
    const show = () => {
      // A part with an error in it is never hidden from the person who must mend it.
      const wanted = part.querySelector(".govuk-error-message") || isWanted(part, form)
      part.hidden = !wanted
    }
    form.addEventListener("input", show)
    form.addEventListener("change", show)
    show()
  }
}

function isWanted(part, form) {
  if (part.dataset.revealAfter) {
    const day = dayTyped(part.dataset.revealDay)
    return day !== null && day > part.dataset.revealAfter
  }
  const values = new FormData(form).getAll(part.dataset.revealWhen)
  const wanted = part.dataset.revealEquals.split(" ")
  return values.some((value) => wanted.includes(value))
}

function dayTyped(id) {
  const [day, month, year] = [0, 1, 2].map((n) => document.getElementById(`${id}_${n}`)?.value.trim())
  if (![day, month, year].every((part) => /^\d+$/.test(part || ""))) return null
  if (year.length !== 4) return null
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}
