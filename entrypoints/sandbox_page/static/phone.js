// The phone: writing, tapping, the list sheet, and where the chat is scrolled to.

import { ATTACHED, send } from "./sending.js";

const NEAR = 90; // pixels from the end that still count as its end

export function phone() {
  return {
    words: "",
    problem: "",
    newer: false,
    rows: [],
    picked: "",
    sheetTitle: "",
    chat: null,
    atEnd: true,

    init() {
      this.chat = this.$root.querySelector("#chat");
      const early = this.$root.querySelector("#words").value; // typed before this ran
      this.words = early || sessionStorage.getItem(this.draft) || "";
      this.$watch("words", (words) => {
        sessionStorage.setItem(this.draft, words);
        this.grow();
      });
      this.chat.addEventListener("htmx:beforeSwap", () => this.measure());
      this.chat.addEventListener("htmx:afterSwap", () => this.follow());
      new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.chat);
      this.toEnd();
      this.grow();
    },

    get draft() {
      return `draft:${this.$root.dataset.waId}`;
    },
    get nothing() {
      return !this.words.trim();
    },
    get unpicked() {
      return !this.picked;
    },

    // Writing
    async write() {
      const text = this.words.trim();
      if (!text) return;
      this.words = "";
      if (!(await this.deliver({ text }))) this.words = text;
    },
    entered(event) {
      if (event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.write();
    },
    grow() {
      const field = this.$root.querySelector("#words");
      this.$nextTick(() => {
        field.style.height = "auto";
        field.style.height = `${Math.min(field.scrollHeight, 120)}px`;
      });
    },
    async deliver(what) {
      this.problem = "";
      this.atEnd = true;
      try {
        await send(what);
        return true;
      } catch (error) {
        this.problem = `Not sent: ${error.message}`;
        return false;
      }
    },
    attach(event) {
      const item = event.target.closest("[data-attach]");
      this.$root.querySelector("#attach-menu").hidePopover();
      this.deliver({ message: ATTACHED[item.dataset.attach]() });
    },

    // Tapping
    tapped(event) {
      const button = event.target.closest("button");
      if (!button) return;
      const { tap, say, rows, title } = button.dataset;
      if (tap) this.deliver({ tap });
      if (say) this.deliver({ text: say });
      if (rows) this.openSheet(JSON.parse(rows), title);
    },
    get sheet() {
      return this.$root.querySelector("#sheet");
    },
    openSheet(rows, title) {
      this.rows = rows;
      this.sheetTitle = title;
      this.picked = "";
      this.cover();
      this.sheet.showModal();
      this.$nextTick(() => this.sheet.querySelector("input")?.focus());
    },
    // The browser lays a dialog over the whole page; this one belongs to the phone's screen.
    cover() {
      const box = this.$root.querySelector(".screen").getBoundingClientRect();
      for (const side of ["left", "top", "width", "height"]) {
        this.sheet.style.setProperty(`--${side}`, `${box[side]}px`);
      }
    },
    closeSheet() {
      this.sheet.close();
    },
    outside(event) {
      if (event.target === this.sheet) this.closeSheet();
    },
    choose() {
      if (!this.picked) return;
      this.closeSheet();
      this.deliver({ tap: this.picked });
    },

    // Scrolling
    measure() {
      const { scrollHeight, scrollTop, clientHeight } = this.chat;
      this.atEnd = this.atEnd || scrollHeight - scrollTop - clientHeight < NEAR;
      this.height = scrollHeight;
    },
    follow() {
      if (this.atEnd) this.toEnd();
      else if (this.chat.scrollHeight > this.height) this.newer = true;
    },
    scrolled() {
      const { scrollHeight, scrollTop, clientHeight } = this.chat;
      this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR;
      if (this.atEnd) this.newer = false;
    },
    toEnd() {
      this.chat.scrollTop = this.chat.scrollHeight;
      this.newer = false;
    },
  };
}
