/** The routes: each translates a call into a use case and its outcome into an answer. */
@NullMarked
package org.entente.server.rest;

import org.jspecify.annotations.NullMarked;
