// <div data-poll-url="…" data-poll-seconds="2">: asks for the part's HTML again until it comes
// back without data-poll-url. Without scripts the page offers a link to look again.
export function startPolling(scope = document) {
  for (const part of scope.querySelectorAll("[data-poll-url]")) poll(part)
}

async function poll(part) {
  const seconds = Number(part.dataset.pollSeconds) || 2
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  let next = part
  try {
    const answer = await fetch(part.dataset.pollUrl, { headers: { "X-Requested-With": "fetch" } })
    if (answer.redirected) return window.location.assign(answer.url)
    if (answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const fresh = part.id ? page.getElementById(part.id) : page.body.firstElementChild
      if (fresh) {
        part.replaceWith(fresh)
        next = fresh
      }
    }
  } catch {
    // The network went away for a moment; the next round tries again.
  }
  if (next.dataset.pollUrl) poll(next)
}
