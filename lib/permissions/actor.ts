/** Somebody signed in, as services see them. */
export type Actor = {
  id: string;
  name: string;
  role: "admin" | "publisher" | "editor";
};
