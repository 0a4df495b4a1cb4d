// The states of the F1 page with its script, for what looks at all of them.

export const question = 'Kako storniram knjiženo temeljnico?';

/** Each is reached from the one before, on the page of a screen. */
export const states = {
  page: (look) => look.locator('.dock').waitFor(),
  suggestions: async (look) => {
    await look.locator('input[type=search]').fill('temelj');
    await look.locator('.bar [role=option]').first().waitFor();
  },
  results: async (look) => {
    await look.keyboard.press('Enter');
    await look.locator('help-panel .links a').first().waitFor();
  },
  article: async (look) => {
    await look.locator('help-panel .links a').first().click();
    await look.locator('help-panel article').waitFor();
  },
  offline: async (look) => {
    await look.route('**/api/v1/search*', (route) => route.abort());
    await look.locator('input[type=search]').fill('temeljnica zapiranje');
    await look.locator('input[type=search]').press('Enter');
    await look.locator('.notice.failure').waitFor();
  },
  answer: async (look) => {
    await look.locator('[data-action=assistant]').click();
    await look.locator('.composer textarea').fill(question);
    await look.locator('.composer textarea').press('Enter');
    await look.locator('.assistant .reply').waitFor();
  },
};
