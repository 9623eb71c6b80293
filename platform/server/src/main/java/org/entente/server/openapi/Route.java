package org.entente.server.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a route. A resource method without it is not served, and the build fails.
 *
 * <p>Schemas are named as in {@code openapi/schemas.json}; an empty name is no body.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Route {

    /** The operation's id, unique in the document. */
    String id();

    Right right();

    /** What it does, in French. */
    String fr();

    /** What it does, in English. */
    String en();

    /** The schema of the body that it takes. */
    String request() default "";

    /** The schema of the body that it answers. */
    String response() default "";

    /** Whether it answers bytes as they are. */
    boolean binary() default false;

    /** The statuses of success. */
    int[] success() default 200;

    /** The statuses of refusals beside 401, 404, 405, 406 and 503, which every route has. */
    int[] refusals() default {};

    /** The query parameters that it takes; one that ends with {@code *} stands for all so begun. */
    String[] query() default {};

    /**
     * Whether it takes an {@code Idempotency-Key}. An unsafe route that does not refuses one, since
     * its client would rely on it.
     */
    boolean once() default false;
}
