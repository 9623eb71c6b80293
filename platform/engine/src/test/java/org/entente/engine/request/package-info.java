@NullMarked
package org.entente.engine.request;

import org.jspecify.annotations.NullMarked;
