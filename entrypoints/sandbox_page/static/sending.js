// Sends as the customer whose phone is shown, over the sandbox's own routes.

export async function send(what) {
  const { waId, name, withoutPhone, number } = document.getElementById("phone").dataset;
  const message = { ...what, phone_number_id: number };
  if (name) message.name = name;
  if (withoutPhone === "yes") message.without_phone = true;
  await call("POST", `/sandbox/phones/${waId}/messages`, message);
  htmx.trigger("#chat", "refresh");
}

export async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const document = await answer.json();
  if (!answer.ok) throw new Error(document.detail || answer.statusText);
  return document;
}

// A name for media that exist on no phone.
const id = () => String(Math.floor(1e15 + Math.random() * 8e15));
const media = (mime) => ({ id: id(), mime_type: mime, sha256: "c2FuZGJveA==" });

// The messages of the attach menu, as the Cloud API carries them.
export const ATTACHED = {
  audio: () => ({ type: "audio", audio: { ...media("audio/ogg; codecs=opus"), voice: true } }),
  image: () => ({ type: "image", image: media("image/jpeg") }),
  sticker: () => ({ type: "sticker", sticker: { ...media("image/webp"), animated: false } }),
  location: () => ({
    type: "location",
    location: { latitude: 40.7794, longitude: -73.9632, name: "The Met", address: "1000 5th Ave" },
  }),
  unsupported: () => ({
    type: "unsupported",
    errors: [{ code: 131051, title: "Message type unknown" }],
  }),
};
