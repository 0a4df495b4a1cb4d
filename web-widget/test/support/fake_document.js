// As much of a document as drawing needs, for tests that run without a browser.

class FakeNode {
  /** @type {FakeNode[]} */
  childNodes = [];

  appendChild(child) {
    this.childNodes.push(...(child instanceof FakeFragment ? child.childNodes.splice(0) : [child]));
    return child;
  }

  get textContent() {
    return this.childNodes.map((child) => child.textContent).join('');
  }
}

class FakeText extends FakeNode {
  constructor(text) {
    super();
    this.text = text;
  }

  get textContent() {
    return this.text;
  }
}

class FakeFragment extends FakeNode {}

class FakeElement extends FakeNode {
  attributes = {};
  listeners = {};

  constructor(name) {
    super();
    this.name = name;
  }

  setAttribute(key, value) {
    this.attributes[key] = value;
  }

  addEventListener(type, listener) {
    this.listeners[type] = listener;
  }

  click() {
    this.listeners.click();
  }

  /** All elements of this name below this one. */
  all(name) {
    return this.childNodes.flatMap((child) => child instanceof FakeElement
      ? [...(child.name === name ? [child] : []), ...child.all(name)]
      : []);
  }
}

export const fakeDocument = {
  createElement: (name) => new FakeElement(name),
  createTextNode: (text) => new FakeText(text),
  createDocumentFragment: () => new FakeFragment(),
};
