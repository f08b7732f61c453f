// After sending: the page stays where it was, the receipt stands under the bar, and the new row is in view.
const param = "sent";
let stood = null; // where the page stood when its form was sent

addEventListener("turbo:submit-start", () => (stood = { path: location.pathname, y: scrollY }));
addEventListener("turbo:load", () => {
  const url = new URL(location.href);
  const entry = url.searchParams.get(param);
  const from = stood;
  stood = null;
  if (!entry) return;
  url.searchParams.delete(param);
  history.replaceState(history.state, "", url); // a receipt is for one showing
  if (from?.path === location.pathname) scrollTo({ top: from.y, behavior: "instant" });
  document.getElementById(`row-${entry}`)?.scrollIntoView({ block: "nearest" });
});
