// <div data-autosave="saved">: what is typed in the form inside is sent with "autosave" a moment
// after the typing stops, and #saved says when. Without scripts a "save for later" button does it.
// What could not be saved stays on the page, is tried again, and is not sent away until it is safe.
// The form hears of each answer as "autosaved", for pages that show more of it.
const PAUSE = 2000
const LONGEST = 15000
const AGAIN = 10000
const SIGNED_OUT = "You were signed out. Sign in in another tab, then come back and go on"

export function startAutosaves(scope = document) {
  for (const part of scope.querySelectorAll("[data-autosave]")) {
    const form = part.querySelector("form")
    const words = document.getElementById(part.dataset.autosave)
    if (form && words) watch(form, words)
  }
}

function watch(form, words) {
  let timer = null
  let since = null
  let sending = null
  let leaving = false
  let lost = false // what is typed could not be saved
  let last = words.textContent.match(/\d\d:\d\d/)?.[0]

  const later = () => {
    since ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(save, Math.min(PAUSE, Math.max(0, since + LONGEST - Date.now())))
  }
  const save = async () => {
    if (leaving) return
    // One at a time, or an older answer could land on a newer one.
    if (sending) return later()
    clearTimeout(timer)
    since = null
    sending = send(form)
    const answer = await sending
    sending = null
    lost = !answer.saved
    last = answer.saved ?? last
    say(words, answer, last)
    form.dispatchEvent(new CustomEvent("autosaved", { detail: answer }))
    if (answer.again && !leaving) timer = setTimeout(save, AGAIN)
  }
  form.addEventListener("input", later)
  form.addEventListener("change", later)
  form.addEventListener("submit", async (event) => {
    refreshToken(form)
    const unsaved = since !== null || sending || lost
    if (!unsaved || leaving) {
      leaving = true
      clearTimeout(timer)
      return
    }
    // Signed out or without a connection the page would be left, and the newest words with it.
    event.preventDefault()
    await sending
    await save()
    if (lost && words.dataset.final !== "yes") return words.scrollIntoView({ block: "center" })
    leaving = true
    form.requestSubmit(event.submitter)
  })
  // Going back in the browser brings the page as it was left, and typing must be kept again.
  window.addEventListener("pageshow", () => (leaving = false))
  const comeBack = () => lost && save()
  window.addEventListener("online", comeBack)
  document.addEventListener("visibilitychange", () => document.hidden || comeBack())
}

async function send(form) {
  refreshToken(form)
  const data = new FormData(form)
  data.set("autosave", "1")
  try {
    const answer = await fetch(form.getAttribute("action") || window.location.href, { method: "POST", body: data, redirect: "manual" })
    if (answer.type === "opaqueredirect" || answer.status === 401) return { problem: SIGNED_OUT, again: true }
    // 409: somebody else submitted or completed it meanwhile, which trying again cannot change.
    if (answer.status === 409) return { problem: "Not saved: this was finished meanwhile", ...(await told(answer)), final: true }
    return answer.ok ? await answer.json() : { again: true }
  } catch {
    return { again: true }
  }
}

// What the service says of it, where it says so in JSON and not on a page.
async function told(answer) {
  return answer.headers.get("content-type")?.includes("json") ? await answer.json() : {}
}

// Signing in in another tab gave a new token, and the one in this page would be refused.
function refreshToken(form) {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1]
  if (token && form.elements.csrfmiddlewaretoken) form.elements.csrfmiddlewaretoken.value = token
}

function say(words, { saved, problem, final }, last) {
  const since = last ? `Not saved since ${last}: check the connection` : "Not saved: check the connection"
  words.textContent = saved ? `Saved ${saved}` : problem ?? since
  words.dataset.final = final ? "yes" : "no"
  words.classList.toggle("house-saved--not", !saved)
}
