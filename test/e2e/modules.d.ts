declare module '*/server.mjs' {
  export function startWorkbench(
    vault: string,
    options: { port?: number; pages: object },
  ): Promise<{ url: string; close: () => Promise<void> }>;
}
