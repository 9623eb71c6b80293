@NullMarked
package org.entente.identity;

import org.jspecify.annotations.NullMarked;
