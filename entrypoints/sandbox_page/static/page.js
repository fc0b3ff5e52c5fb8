// The page's behaviour. htmx asks for the parts again and swaps in what has changed (idiomorph
// keeps what has not); Alpine (its CSP build) drives what the browser alone knows about.

import { calendar, place } from "./calendar.js";
import { clock } from "./clock.js";
import { faultForm } from "./faults.js";
import { feed } from "./feed.js";
import { phone } from "./phone.js";

document.addEventListener("alpine:init", () => {
  Alpine.data("calendar", calendar);
  Alpine.data("clock", clock);
  Alpine.data("faultForm", faultForm);
  Alpine.data("feed", feed);
  Alpine.data("phone", phone);
  Alpine.data("tabs", tabs);
});

// On a narrow screen one part is seen at a time.
function tabs() {
  return {
    tab: "phone",
    show(name) {
      this.tab = name;
    },
    get isPhone() {
      return String(this.tab === "phone");
    },
    get isCalendar() {
      return String(this.tab === "calendar");
    },
    get isEvents() {
      return String(this.tab === "events");
    },
  };
}

// What the scripts set on elements stays when their part is swapped.
Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name) => name !== "style";

// What is new may show it; what was there when the page came does not.
Idiomorph.defaults.callbacks.afterNodeAdded = (node) => node.classList?.add("fresh");

document.addEventListener("htmx:afterSwap", (event) => place(event.target));
document.addEventListener("htmx:afterRequest", (event) => {
  document.getElementById("offline").hidden = event.detail.xhr.status !== 0;
});
place(document);
