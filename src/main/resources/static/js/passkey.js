// Signing in with a passkey, and adding one. The server gives the options and checks the answer; a failure is said beside the button.

const json = { "Content-Type": "application/json", Accept: "application/json" };

async function ask(address, body) {
  const answer = await fetch(address, { method: "POST", headers: json, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function signIn(button) {
  const options = PublicKeyCredential.parseRequestOptionsFromJSON(await ask("/webauthn/authenticate/options"));
  const key = await navigator.credentials.get({ publicKey: options });
  const done = await ask(`/login/webauthn?to=${encodeURIComponent(button.dataset.to)}`, key.toJSON());
  location.assign(done.redirectUrl);
}

async function add(button) {
  const label = document.getElementById(button.dataset.label);
  const options = PublicKeyCredential.parseCreationOptionsFromJSON(await ask("/webauthn/register/options"));
  const key = await navigator.credentials.create({ publicKey: options });
  await ask("/webauthn/register", { publicKey: { credential: key.toJSON(), label: label?.value.trim() || button.dataset.otherwise } });
  location.assign(button.dataset.to);
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

const can = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON);
const show = () => document.querySelectorAll("[data-passkey-shown]").forEach((each) => (each.hidden = !can));
show();
document.addEventListener("turbo:load", show);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-passkey]");
  if (!button) return;
  button.disabled = true;
  say(button, "");
  try {
    await (button.dataset.passkey === "sign-in" ? signIn(button) : add(button));
  } catch {
    say(button, button.dataset.failed);
  } finally {
    button.disabled = false;
  }
});
