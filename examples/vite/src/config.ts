/** What the page is told by the server that serves it. */
export interface Config {
  apiUrl: string;
  publishableKey: string;
  people: { email: string; password: string; role: string }[];
}

export async function loadConfig(): Promise<Config> {
  const response = await fetch("/config.json");
  return response.json();
}
