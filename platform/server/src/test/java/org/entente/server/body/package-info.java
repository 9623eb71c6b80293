@NullMarked
package org.entente.server.body;

import org.jspecify.annotations.NullMarked;
