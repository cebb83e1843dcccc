import { bash } from "./bash.js";
import { fish } from "./fish.js";
import { zsh } from "./zsh.js";

export const scripts = { bash, zsh, fish };
