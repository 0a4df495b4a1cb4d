// A person in front of the screen, who sees what is there and has either a mouse or a keyboard.
import assert from 'node:assert/strict';

const MOST_TABS = 80;
const MOST_TURNS_OF_THE_WHEEL = 40;
const PATIENCE = 10000;

/** Where a target is, and whether anything covers it or it is scrolled away. */
const look = (node) => {
  const {left, top, width, height} = node.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = node.getRootNode().elementFromPoint(x, y);
  return {x, y, inReach: hit !== null && node.contains(hit)};
};

/** Ends when what was set in motion has been drawn. */
const drawn = () => new Promise((resolve) => {
  requestAnimationFrame(() => requestAnimationFrame(resolve));
});

class Visitor {
  /** Presses of keys or buttons, without the letters of a question. */
  presses = 0;
  #begin = Date.now();

  /** @param {import('playwright-core').Page} page that has just been loaded */
  constructor(page) {
    this.page = page;
  }

  get report() {
    return `${((Date.now() - this.#begin) / 1000).toFixed(1)} s, ${this.presses} presses`;
  }

  get seconds() {
    return (Date.now() - this.#begin) / 1000;
  }

  /**
   * Reads: what is not in view is no use.
   *
   * @param {import('playwright-core').Locator} locator
   */
  async sees(locator) {
    await locator.waitFor();
    await assertInView(locator);
    return locator.innerText();
  }
}

export class MouseVisitor extends Visitor {
  /**
   * Scrolls until it is in reach, and clicks.
   *
   * @param {import('playwright-core').Locator} target
   */
  async press(target) {
    await target.waitFor();
    const {mouse} = this.page;
    let place = await target.evaluate(look);
    const {width, height} = this.page.viewportSize();
    for (let turn = 0; !place.inReach; turn += 1) {
      assert.ok(turn < MOST_TURNS_OF_THE_WHEEL, `${target} cannot be scrolled to`);
      await mouse.move(Math.min(Math.max(place.x, 1), width - 1), height / 2);
      await mouse.wheel(0, Math.sign(place.y - height / 2) * 120);
      await this.page.evaluate(drawn);
      place = await target.evaluate(look);
    }
    await mouse.move(place.x, place.y, {steps: 3});
    await mouse.down();
    await mouse.up();
    this.presses += 1;
  }
}

export class KeyboardVisitor extends Visitor {
  /** @param {string} key */
  async hit(key) {
    await this.page.keyboard.press(key);
    this.presses += 1;
  }

  /** @param {string} text */
  async type(text) {
    await this.page.keyboard.type(text);
  }

  /**
   * Sees the focus come by itself.
   *
   * @param {import('playwright-core').Locator} target
   */
  async isAt(target) {
    await target.waitFor();
    const deadline = Date.now() + PATIENCE;
    while (!await hasFocus(target)) assert.ok(Date.now() < deadline, `the focus does not come to ${target}`);
  }

  /**
   * Goes on with Tab (or back with Shift+Tab) until the focus is on it.
   *
   * @param {import('playwright-core').Locator} target
   * @param {'Tab' | 'Shift+Tab'} key
   */
  async goTo(target, key = 'Tab') {
    await target.waitFor();
    for (let tab = 0; !await hasFocus(target); tab += 1) {
      assert.ok(tab < MOST_TABS, `${target} cannot be reached with ${key}`);
      await this.hit(key);
    }
    await assertInView(target);
  }

  /**
   * @param {import('playwright-core').Locator} target
   * @param {'Tab' | 'Shift+Tab'} [key]
   */
  async press(target, key) {
    await this.goTo(target, key);
    await this.hit('Enter');
  }
}

/** @param {import('playwright-core').Locator} locator */
function hasFocus(locator) {
  return locator.evaluate((node) => node.getRootNode().activeElement === node);
}

/** @param {import('playwright-core').Locator} locator scrolling to which may take a moment */
async function assertInView(locator) {
  const deadline = Date.now() + PATIENCE;
  while (!(await locator.evaluate(look)).inReach) {
    assert.ok(Date.now() < deadline, `${locator} is out of view`);
    await locator.page().evaluate(drawn);
  }
}
