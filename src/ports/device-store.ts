/** Small values that stay on this device, for this vault. */
export interface DeviceStore {
  readonly load: (key: string) => unknown;
  readonly save: (key: string, value: unknown) => void;
}
