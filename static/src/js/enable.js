// Loaded in place, before anything is drawn, so that scripted parts do not jump into their shape.
document.body.classList.add("js-enabled")
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported")
}
