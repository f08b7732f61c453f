// Notices on this device: the browser is asked for an address, which the server keeps. A failure is said beside the button.

const can = () => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

function show() {
  for (const button of document.querySelectorAll("[data-push]")) {
    button.hidden = !can();
    document.querySelectorAll("[data-push-not]").forEach((each) => (each.hidden = can()));
  }
}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));

async function subscribe(button) {
  if ((await Notification.requestPermission()) !== "granted") throw new Error(button.dataset.pushNo);
  await navigator.serviceWorker.register("/js/push-worker.js");
  const worker = await navigator.serviceWorker.getRegistration("/js/push-worker.js");
  const given = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(button.dataset.push) });
  const { endpoint, keys } = given.toJSON();
  const body = new URLSearchParams({ endpoint, p256dh: keys.p256dh, auth: keys.auth });
  const answer = await fetch("/me/push", { method: "POST", body });
  if (!answer.ok) throw new Error(button.dataset.pushWrong);
  location.assign("/me/push");
}

function say(button, text) {
  let line = button.parentElement.querySelector("[role=alert]");
  if (!line) {
    line = document.createElement("span");
    line.setAttribute("role", "alert");
    line.className = "wrong";
    button.after(line);
  }
  line.textContent = text;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-push]");
  if (!button) return;
  button.disabled = true;
  try {
    await subscribe(button);
  } catch (wrong) {
    const { pushNo, pushWrong } = button.dataset;
    say(button, wrong.message === pushNo ? pushNo : pushWrong);
  } finally {
    button.disabled = false;
  }
});

show();
document.addEventListener("turbo:load", show);
