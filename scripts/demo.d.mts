export interface Demo {
  appUrl: string;
  apiUrl: string;
  demo: {
    tenant_id: string;
    publishable_key: string;
    secret_key: string;
    users: { email: string; password: string; role: string }[];
  };
  /** The server's exit code, once it has ended. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

/** The API in demo mode on its database, and the demo app in front of it. Both must be built. */
export function startDemo(options?: {
  appPort?: number;
  env?: Record<string, string>;
  onLog?: (text: string) => void;
}): Promise<Demo>;
