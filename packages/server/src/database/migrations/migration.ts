/** One step of the schema. Once released it never changes; what follows is a new step. */
export interface Migration {
  id: number;
  name: string;
  script: string;
}
