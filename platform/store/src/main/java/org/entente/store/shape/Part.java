package org.entente.store.shape;

import org.entente.store.GeneratedName;

/** What a table has beside its columns. */
sealed interface Part {

    String name();

    /**
     * An index over live records.
     *
     * @param columns as they stand between the parentheses
     */
    record Index(String name, Kind kind, String columns) implements Part {
        public Index {
            GeneratedName.checked(name);
        }

        /** What an index is for. */
        enum Kind {
            /** To find and to sort. */
            ORDERED,
            /** That no two are the same. */
            UNIQUE,
            /** To find what holds a piece of text. */
            TRIGRAMS,
            /** To find what has one among several values. */
            MEMBERS;

            /** How it is organised. */
            String method() {
                return switch (this) {
                    case ORDERED, UNIQUE -> "btree";
                    case TRIGRAMS, MEMBERS -> "gin";
                };
            }
        }
    }

    /** A condition that every row keeps. */
    record Check(String name, String condition) implements Part {
        public Check {
            GeneratedName.checked(name);
        }
    }

    /** Where the numbers of a field come from; asking it holds nobody up and is never undone. */
    record Sequence(String name) implements Part {
        public Sequence {
            GeneratedName.checked(name);
        }
    }

    /** A reference that leads to a record. */
    record ForeignKey(String name, String column, String target) implements Part {
        public ForeignKey {
            GeneratedName.checked(name);
            GeneratedName.checked(column);
            GeneratedName.checked(target);
        }
    }
}
