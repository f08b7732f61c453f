// Shows what a notice says, and opens its link when it is pressed. It keeps nothing and asks for nothing.

self.addEventListener("push", (event) => {
  let said = {};
  try {
    said = event.data ? event.data.json() : {};
  } catch {
    // not from us
  }
  if (!said.title) return;
  const options = { body: said.text, tag: said.key, data: said.link, requireInteraction: true };
  event.waitUntil(self.registration.showNotification(said.title, options));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const link = event.notification.data;
  const ours = link && new URL(link, self.location.origin).origin === self.location.origin;
  event.waitUntil(self.clients.openWindow(ours ? link : "/turn"));
});
