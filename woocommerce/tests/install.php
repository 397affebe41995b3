<?php
/**
 * Installs WordPress with three products, and activates the plug-in.
 *
 * @package Afterword
 */

define( 'WP_INSTALLING', true );
require __DIR__ . '/wordpress.php';
require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'Fern & Oak', 'owner', 'owner@example.com', true, '', 'secret' );
update_option( 'template', basename( getenv( 'THEME' ) ? getenv( 'THEME' ) : 'theme' ) );
update_option( 'stylesheet', get_option( 'template' ) );
// How a real WooCommerce keeps its orders: in its own tables, in posts, or in both.
$afterword_hpos = getenv( 'HPOS' ) ? getenv( 'HPOS' ) : 'yes';
update_option( 'woocommerce_custom_orders_table_enabled', 'no' === $afterword_hpos ? 'no' : 'yes' );
update_option( 'woocommerce_custom_orders_table_data_sync_enabled', 'sync' === $afterword_hpos ? 'yes' : 'no' );
update_option( 'woocommerce_feature_fulfillments_enabled', 'yes' );
update_option( 'permalink_structure', '/%postname%/' );
if ( ! getenv( 'WOOCOMMERCE' ) ) {
	$GLOBALS['wpdb']->query( 'CREATE TABLE wp_wc_product_meta_lookup (product_id bigint PRIMARY KEY, average_rating decimal(3,2) DEFAULT 0.00, rating_count bigint DEFAULT 0)' );
}
foreach ( array( 11 => 'Board', 12 => 'Spoon', 13 => 'Towel' ) as $id => $title ) {
	wp_insert_post(
		array(
			'import_id'      => $id,
			'post_type'      => 'product',
			'post_status'    => 'publish',
			'post_title'     => $title,
			'comment_status' => 'open',
		)
	);
}
foreach ( array( 'woocommerce/woocommerce.php', 'afterword/afterword.php' ) as $plugin ) {
	$failure = activate_plugin( $plugin );
	if ( is_wp_error( $failure ) ) {
		exit( $failure->get_error_message() );
	}
}
if ( defined( 'WC_VERSION' ) && 'no' !== $afterword_hpos ) {
	wc_get_container()->get( \Automattic\WooCommerce\Internal\DataStores\Orders\DataSynchronizer::class )->create_database_tables();
}
