@NullMarked
package org.entente.server.gate;

import org.jspecify.annotations.NullMarked;
