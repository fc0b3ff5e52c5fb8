// The form that asks for an error: what the sandbox says is wrong with its fields.

export function faultForm() {
  return {
    problem: "",

    clear() {
      this.problem = "";
    },
    tell(event) {
      this.problem = JSON.parse(event.detail.xhr.responseText).detail;
    },
  };
}
