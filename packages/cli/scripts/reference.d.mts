export function renewed(): Promise<string>;
