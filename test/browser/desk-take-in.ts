import type { Page } from 'playwright-core';

/** Takes a report in at the desk, as an editor who pastes it, and waits until it is open. */
export async function takeIn(desk: Page, report: string): Promise<void> {
  await desk.getByLabel('Paste a report, or its address').fill(report);
  await desk.getByRole('button', { name: 'Take in', exact: true }).click();
  await desk.locator('.report-text').waitFor();
}
