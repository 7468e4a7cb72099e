// Ends the browser that global-setup started.
export default async function teardown() {
  await globalThis.shipshapeBrowser?.close();
}
