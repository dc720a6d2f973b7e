/** Stops what globalSetup started; Jest runs both in the same process. */
export default async function globalTeardown(): Promise<void> {
  await Reflect.get(globalThis, 'stopBureaus')()
}
