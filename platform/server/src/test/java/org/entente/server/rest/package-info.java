@NullMarked
package org.entente.server.rest;

import org.jspecify.annotations.NullMarked;
