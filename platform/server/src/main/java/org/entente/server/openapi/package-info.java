/** The OpenAPI document, generated from the routes and the caller's model. */
@NullMarked
package org.entente.server.openapi;

import org.jspecify.annotations.NullMarked;
