// No page of the platform asks for scripts; Remix's build wants an entry all the same.
export {}
