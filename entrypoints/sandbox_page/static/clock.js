// The shop's clock: shown live, moved over PUT /sandbox/clock.

import { call } from "./sending.js";

const ROUTE = "/sandbox/clock";

export function clock() {
  return {
    ahead: 0, // milliseconds of shop time before machine time
    stoppedAt: null,
    zone: "UTC",
    time: "",
    day: "",
    wall: "",
    problem: "",

    init() {
      const { now, zone, running } = this.$root.dataset;
      this.take({ now, timezone: zone, running: running === "yes" });
      this.wall = wallOf(new Date(this.now), this.zone);
      setInterval(() => this.tick(), 500);
      setInterval(() => this.ask("GET"), 3000);
    },
    take(face) {
      const now = Date.parse(face.now);
      this.zone = face.timezone;
      this.ahead = now - Date.now();
      this.stoppedAt = face.running ? null : now;
      this.tick();
    },
    tick() {
      const now = new Date(this.now);
      this.time = format(now, this.zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      this.day = format(now, this.zone, { weekday: "short", day: "numeric", month: "short" });
    },
    get now() {
      return this.stoppedAt ?? Date.now() + this.ahead;
    },
    get running() {
      return this.stoppedAt === null;
    },
    get stopped() {
      return this.stoppedAt !== null;
    },
    get toggleLabel() {
      return this.running ? "Stop the clock" : "Let the clock run";
    },

    shift(seconds) {
      return this.ask("PUT", { shift_seconds: seconds });
    },
    set() {
      return this.ask("PUT", { now: instantOf(this.wall, this.zone).toISOString() });
    },
    backToNow() {
      return this.ask("PUT", { now: new Date().toISOString(), running: true });
    },
    toggle() {
      return this.ask("PUT", { running: this.stopped });
    },
    async ask(method, body) {
      try {
        this.take(await call(method, ROUTE, body));
        this.problem = "";
        if (body) htmx.trigger("#day", "refresh");
      } catch (error) {
        if (body) this.problem = error.message;
      }
    },
  };
}

function format(instant, timeZone, parts) {
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...parts }).format(instant);
}

// The wall time of an instant in a zone, as an input of type datetime-local has it.
function wallOf(instant, timeZone) {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "short",
  }).format(instant);
  return shown.replace(" ", "T");
}

// The instant at which a zone's walls show that time: guessed as UTC, then put right by the
// difference, twice, because the first correction may cross a change of the clocks.
function instantOf(wall, timeZone) {
  const wanted = Date.parse(`${wall}Z`);
  let instant = wanted;
  for (let turn = 0; turn < 2; turn += 1) {
    instant += wanted - Date.parse(`${wallOf(new Date(instant), timeZone)}Z`);
  }
  return new Date(instant);
}
