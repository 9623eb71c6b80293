package org.entente.metadata.expression;

import java.util.List;

/** What a text says before anything in it has a meaning; positions count code points. */
sealed interface Syntax {

    /** Where a caret belongs: at the name, the operator or the literal itself. */
    int position();

    record Constant(int position, TypedExpression.Literal literal) implements Syntax {}

    record Name(int position, String name) implements Syntax {}

    /** {@code of.name}. */
    record Member(int position, Syntax of, String name) implements Syntax {}

    /** {@code f(a, b)}, or the same written {@code a.f(b)}. */
    record Call(int position, String function, List<Syntax> arguments) implements Syntax {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Operator(int position, Symbol symbol, List<Syntax> operands) implements Syntax {
        public Operator {
            operands = List.copyOf(operands);
        }
    }

    /** {@code [a, b]}. */
    record Items(int position, List<Syntax> items) implements Syntax {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** An operator as it is written. */
    enum Symbol {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">="),
        PLUS("+"),
        MINUS("-"),
        TIMES("*"),
        OVER("/"),
        REMAINDER("%"),
        NEGATE("-"),
        AND("&&"),
        OR("||"),
        NOT("!"),
        CONDITIONAL("?:"),
        IN("in");

        private final String text;

        Symbol(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }
}
