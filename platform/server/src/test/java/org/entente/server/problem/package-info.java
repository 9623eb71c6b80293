@NullMarked
package org.entente.server.problem;

import org.jspecify.annotations.NullMarked;
