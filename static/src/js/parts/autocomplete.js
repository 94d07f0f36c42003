import accessibleAutocomplete from "accessible-autocomplete"

// <select data-autocomplete> becomes a box to type in; without scripts it stays a select.
export function startAutocompletes(scope = document) {
  for (const select of scope.querySelectorAll("select[data-autocomplete]")) enhance(select)
}

function enhance(select) {
  const { id } = select
  const describedBy = select.getAttribute("aria-describedby")
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.value ? select.selectedOptions[0].textContent.trim() : "",
    showAllValues: true,
    // In the page it would push the button away from under the pointer as it closes.
    displayMenu: "overlay",
    inputClasses: "govuk-input",
    // Leaving the box must not choose what happens to stand first in the list.
    autoselect: false,
    confirmOnBlur: false,
    onConfirm: (words) => words && choose(select, words),
    tNoResults: () => "Nothing found",
  })
  const input = document.getElementById(id)
  if (describedBy) input.setAttribute("aria-describedby", describedBy)
  // What stands in the box is what is sent: a name typed in full chooses it, and words that are
  // no choice, or none, choose nothing.
  input.addEventListener("blur", () => setTimeout(() => choose(select, input.value)))
  select.form?.addEventListener("submit", () => choose(select, input.value))
}

function choose(select, words) {
  const typed = words.trim().toLowerCase()
  const found = [...select.options].find((one) => one.textContent.trim().toLowerCase() === typed)
  const value = typed && found ? found.value : ""
  if (value === select.value) return
  select.value = value
  select.dispatchEvent(new Event("change", { bubbles: true }))
}
