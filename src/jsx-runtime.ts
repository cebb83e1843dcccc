/** What JSX is compiled to, from one place: a bundler repeats an outside import for each file that has it, 60 of them here. */
export { Fragment, jsx, jsxs } from "react/jsx-runtime";
