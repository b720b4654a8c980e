-- What a podcast app fetched: no listening that anybody saw, so apart from fans' own.
ALTER TYPE "ListenerKind" ADD VALUE 'feed';
