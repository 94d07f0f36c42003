// <div data-composer>: a button with data-insert puts it into the text where the cursor is, and
// after each autosave #print shows the words as they will be printed, #faults what is wrong in them.
export function startComposers(scope = document) {
  for (const part of scope.querySelectorAll("[data-composer]")) compose(part)
}

function compose(part) {
  const form = part.querySelector("[data-autosave] form")
  const text = form?.elements.text
  if (!text) return
  const sent = new Set()

  part.addEventListener("click", (event) => {
    const button = event.target.closest("[data-insert]")
    if (button) insert(text, button.dataset.insert)
  })
  form.addEventListener("formdata", (event) => sent.add(event.formData.get("text").trim()))
  form.addEventListener("autosaved", ({ detail: answer }) => {
    if (answer.saved) {
      goOnFrom(form, answer.version)
      show(part, answer)
    } else if (answer.version && sent.has(answer.version.text)) {
      // It was this page that saved it, and the answer was lost on its way.
      goOnFrom(form, answer.version)
      text.dispatchEvent(new Event("input", { bubbles: true }))
    }
  })
}

function insert(text, words) {
  const start = text.selectionStart
  const apart = /\w$/.test(text.value.slice(0, start)) ? " " : ""
  text.focus()
  text.setRangeText(apart + words, start, text.selectionEnd, "end")
  text.dispatchEvent(new Event("input", { bubbles: true }))
}

function goOnFrom(form, version) {
  form.elements.number.value = version.number
  form.elements.saved_at.value = version.saved_at
  form.elements.anew.value = ""
}

function show(part, { preview, faults }) {
  const print = part.querySelector("#print")
  print.innerHTML = preview // escaped by the service
  for (const slot of print.querySelectorAll("[data-figure]")) {
    const figure = part.querySelector(`[data-name="${CSS.escape(slot.dataset.figure)}"]`)
    if (figure) slot.replaceWith(figure.dataset.text)
    else slot.className = "report-unknown"
  }
  const lines = faults.map((fault) => Object.assign(document.createElement("li"), { textContent: fault }))
  part.querySelector("#faults").replaceChildren(...lines)
}
