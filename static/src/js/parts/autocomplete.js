import accessibleAutocomplete from "accessible-autocomplete"

// <select data-autocomplete> becomes a box to type in; without scripts it stays a select.
export function startAutocompletes(scope = document) {
  for (const select of scope.querySelectorAll("select[data-autocomplete]")) {
    const describedBy = select.getAttribute("aria-describedby")
    accessibleAutocomplete.enhanceSelectElement({
      selectElement: select,
      defaultValue: select.value ? select.selectedOptions[0].textContent.trim() : "",
      showAllValues: true,
      inputClasses: "govuk-input",
      tNoResults: () => "Nothing found",
    })
    const input = document.getElementById(select.id.replace(/-select$/, ""))
    if (describedBy && input) input.setAttribute("aria-describedby", describedBy)
    keepInStep(input, select)
  }
}

// What is typed and then left must be what is sent: an emptied box chooses nothing,
// and a name typed in full chooses it.
function keepInStep(input, select) {
  if (!input) return
  const choose = () => {
    const typed = input.value.trim().toLowerCase()
    const found = [...select.options].find((one) => one.textContent.trim().toLowerCase() === typed)
    if (found) select.value = found.value
    else if (!typed) select.value = ""
  }
  input.addEventListener("blur", () => setTimeout(choose, 0))
  select.form?.addEventListener("submit", choose)
}
