// A guest's page has no stream: while somebody looks, it asks for the latest by itself. What is being written stays.
const every = 15_000; // ms

async function again() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer) return; // the network is away; the page says when it was fetched
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (answer.ok) for (const part of document.querySelectorAll("[data-again]")) renew(part, page.getElementById(part.id));
  else if (answer.status === 410) over(page.querySelector("h1 + p"));
}

function renew(part, latest) {
  if (latest && part.innerHTML !== latest.innerHTML) part.innerHTML = latest.innerHTML;
}

// The guest is out: the page says why, and keeps what was not sent yet.
function over(why) {
  clearInterval(timer);
  if (why) Object.assign(document.getElementById("over"), { className: "mistakes", textContent: why.textContent });
}

const timer = setInterval(again, every);
document.addEventListener("visibilitychange", again);
