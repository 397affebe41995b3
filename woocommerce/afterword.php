<?php
/**
 * Plugin Name: Afterword for WooCommerce
 * Description: Tells Afterword which orders may be asked for a review, and shows the reviews wherever WooCommerce shows its own.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * Requires Plugins: woocommerce
 * WC requires at least: 8.0
 * WC tested up to: 11.0
 * Author: Afterword
 * License: MIT
 * License URI: https://opensource.org/license/mit
 * Text Domain: afterword
 * Domain Path: /languages
 * Update URI: false
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

define( 'AFTERWORD_VERSION', '0.1.0' );
define( 'AFTERWORD_FILE', __FILE__ );

require_once __DIR__ . '/includes/class-afterword-shop.php';
require_once __DIR__ . '/includes/class-afterword-answers.php';
require_once __DIR__ . '/includes/class-afterword-pages.php';
require_once __DIR__ . '/includes/class-afterword-connection.php';
require_once __DIR__ . '/includes/class-afterword-state.php';
require_once __DIR__ . '/includes/class-afterword-outbox.php';
require_once __DIR__ . '/includes/class-afterword-old-reviews.php';
require_once __DIR__ . '/includes/class-afterword-blocks.php';
require_once __DIR__ . '/includes/class-afterword-privacy.php';
require_once __DIR__ . '/includes/class-afterword-settings.php';
require_once __DIR__ . '/includes/class-afterword-order-box.php';

Afterword_Connection::hook();
Afterword_Outbox::hook();
Afterword_Answers::hook();
Afterword_Pages::hook();
Afterword_Old_Reviews::hook();
Afterword_Blocks::hook();
Afterword_Privacy::hook();
Afterword_Settings::hook();
Afterword_Order_Box::hook();

// The package for WordPress' directory lacks this file.
if ( is_file( __DIR__ . '/includes/class-afterword-update.php' ) ) {
	require_once __DIR__ . '/includes/class-afterword-update.php';
	Afterword_Update::hook();
}

/** The translations of WordPress' directory come first. One file of ours serves all countries of a language. */
function afterword_load_texts() {
	load_textdomain( 'afterword', WP_LANG_DIR . '/plugins/afterword-' . determine_locale() . '.mo' );
	load_textdomain( 'afterword', __DIR__ . '/languages/' . strtok( determine_locale(), '_' ) . '.mo' );
}
add_action( 'init', 'afterword_load_texts' );

// Orders are read through WooCommerce's own objects, in its new tables as in the old.
add_action(
	'before_woocommerce_init',
	function () {
		if ( class_exists( '\Automattic\WooCommerce\Utilities\FeaturesUtil' ) ) {
			\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( 'custom_order_tables', __FILE__, true );
			\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( 'cart_checkout_blocks', __FILE__, true );
		}
	}
);

register_activation_hook( __FILE__, array( 'Afterword_Outbox', 'start' ) );
register_activation_hook( __FILE__, array( 'Afterword_Answers', 'start' ) );
register_deactivation_hook( __FILE__, array( 'Afterword_Answers', 'stop' ) );
register_deactivation_hook( __FILE__, array( 'Afterword_Outbox', 'stop' ) );
