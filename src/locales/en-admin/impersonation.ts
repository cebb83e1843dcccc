export const impersonation = {
  title: "Acting for someone else",
};
