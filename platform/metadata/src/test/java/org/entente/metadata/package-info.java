@NullMarked
package org.entente.metadata;

import org.jspecify.annotations.NullMarked;
