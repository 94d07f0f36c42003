// <div data-autosave="saved">: what is typed in the form inside is sent with "autosave" a moment
// after the typing stops, and #saved says when. Without scripts a "save for later" button does it.
const PAUSE = 2000
const LONGEST = 15000

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
  let sending = false
  let leaving = false

  const later = () => {
    since ??= Date.now()
    clearTimeout(timer)
    timer = setTimeout(save, Math.min(PAUSE, Math.max(0, since + LONGEST - Date.now())))
  }
  const save = async () => {
    if (leaving) return
    // One at a time, or an older answer could land on a newer one.
    if (sending) return later()
    sending = true
    since = null
    say(words, await send(form))
    sending = false
  }
  form.addEventListener("input", later)
  form.addEventListener("change", later)
  form.addEventListener("submit", () => {
    leaving = true
    clearTimeout(timer)
  })
  // Going back in the browser brings the page as it was left, and typing must be kept again.
  window.addEventListener("pageshow", () => (leaving = false))
}

async function send(form) {
  const data = new FormData(form)
  data.set("autosave", "1")
  try {
    const answer = await fetch(form.getAttribute("action") || window.location.href, { method: "POST", body: data, redirect: "error" })
    // 409: somebody else submitted or completed it meanwhile, which trying again cannot change.
    if (answer.status === 409) return { problem: "Not saved: this was finished meanwhile" }
    return answer.ok ? await answer.json() : {}
  } catch {
    return {}
  }
}

function say(words, { saved, problem = "Not saved: check the connection" }) {
  words.textContent = saved ? `Saved ${saved}` : problem
  words.classList.toggle("house-saved--not", !saved)
}
