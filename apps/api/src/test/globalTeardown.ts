/** Stops what globalSetup started; Jest runs both in the same process. */
export default async function globalTeardown() {
  await Reflect.get(globalThis, 'sitaiTearDown')()
}
