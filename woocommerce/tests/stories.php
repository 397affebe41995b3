<?php
/**
 * What a shop lives through, and what Afterword is told of it. Each function is one story, and they run in the order in which they stand: in
 * what stands in for WooCommerce, and in a real one if tests/run is given its folder.
 *
 * @package Afterword
 */

require __DIR__ . '/wordpress.php';
require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
require __DIR__ . '/helpers.php';

$is_real = defined( 'WC_VERSION' );
$shop    = '127.0.0.1';
$stories = array(

	'without a connection, nothing is noted' => function () {
		global $wpdb, $mug, $shirt, $shirt_m, $ebook, $draft;
		$mug   = product( array( 'name' => 'Salt &amp; Pepper <em>Mill</em> – 10" <3', 'regular_price' => '24', 'sku' => 'MILL&10"', 'short_description' => '<p>Grinds.</p><ul><li>Salt &amp; pepper</li></ul>' ) );
		$sizes = new WC_Product_Attribute();
		$sizes->set_name( 'Size' );
		$sizes->set_options( array( 'M', 'L' ) );
		$sizes->set_variation( true );
		$shirt   = product( array( 'name' => 'Linen <em>Shirt</em>', 'attributes' => array( $sizes ) ), 'WC_Product_Variable' );
		$shirt_m = product( array( 'parent_id' => $shirt->get_id(), 'attributes' => array( 'size' => 'M' ), 'regular_price' => '49', 'sku' => 'SHIRT-M' ), 'WC_Product_Variation' );
		$ebook   = product( array( 'name' => 'E-Book', 'regular_price' => '9', 'virtual' => true ) );
		$draft   = product( array( 'name' => 'Draft', 'regular_price' => '5', 'status' => 'draft' ) );
		order( array( $mug ) );
		same( array(), calls() );
		same( array(), as_get_scheduled_actions( array( 'hook' => 'afterword_send' ), 'ids' ) );
		contains( 'name="base" type="url"', settings_page() );
	},

	'connecting needs a permission, a nonce and an address' => function () {
		$owner = get_user_by( 'login', 'owner' );
		$owner->add_cap( 'manage_woocommerce' );
		wp_set_current_user( $owner->ID );
		$nonce = wp_create_nonce( 'afterword_connect' );
		same( 'status 403', submit( 'afterword_connect', 0, array( '_wpnonce' => $nonce ) ) );
		same( 'status 403', submit( 'afterword_connect', $owner->ID, array( '_wpnonce' => 'wrong' ) ) );
		foreach ( array( '', 'http://reviews.example.com', 'https://a@b.example', 'https://reviews.example.com/?x', 'javascript:alert(1)' ) as $base ) {
			same( admin_url( 'admin.php?page=afterword&done=no_address' ), submit( 'afterword_connect', $owner->ID, array( '_wpnonce' => $nonce, 'base' => $base ) ) );
		}
		// Whoever types the address says whose script the shop's pages load.
		$manager = wp_insert_user( array( 'user_login' => 'shopkeeper', 'user_pass' => 'x', 'role' => 'author' ) );
		get_user_by( 'id', $manager )->add_cap( 'manage_woocommerce' );
		wp_set_current_user( $manager );
		same( 'status 403', submit( 'afterword_connect', $manager, array( '_wpnonce' => wp_create_nonce( 'afterword_connect' ), 'base' => address() ) ) );
		wp_set_current_user( $owner->ID );
		same( 'status 403', submit( 'afterword_connected', 0, array() ) );
		same( 'status 403', submit( 'afterword_disconnect', $owner->ID, array( '_wpnonce' => 'wrong' ) ) );
	},

	'a file from Afterword knows its address' => function () {
		$file = dirname( __DIR__ ) . '/address.php';
		file_put_contents( $file, "<?php return 'https://reviews.example.com';\n" );
		try {
			same( 'https://reviews.example.com', Afterword_Connection::address() );
			contains( 'name="base"', settings_page(), 0 );
		} finally {
			unlink( $file );
		}
	},

	'a wrong state, a refusal and a wrong code connect nothing' => function () {
		same( 'stale', connect( array( 'state' => 'wrong' ) )[2] );
		same( 'denied', connect( array( 'code' => '', 'error' => 'access_denied' ) )[2] );
		same( array(), calls() );
		same( 'failed', connect( array( 'code' => 'code-2' ) )[2] );
		$_GET['done'] = 'failed';
		contains( 'Press Connect once more. This code is not right.', settings_page() );
		same( 'failed', connect( array(), 'https://127.0.0.1:1' )[2] );
		$_GET['done'] = 'failed';
		contains( 'Press Connect once more. A valid URL was not provided.', settings_page() );
		$_GET = array();
		same( null, Afterword_Connection::stored() );
	},

	'connecting is OAuth with PKCE, and begins with products and newest orders' => function () use ( $shop, $is_real ) {
		global $wpdb, $mug;
		$values = implode( ',', array_map( function ( $id ) {
			return "($id, 'product', 'publish', 'Many $id', '', '', '', '', '')";
		}, range( 3001, 3150 ) ) );
		$wpdb->query( "INSERT INTO $wpdb->posts (ID, post_type, post_status, post_title, post_content, post_excerpt, to_ping, pinged, post_content_filtered) VALUES $values" );
		calls();
		list( $to, $asked, $done ) = connect();
		same( 'connected', $done );
		same( 0, strpos( $to, address() . '/console/connect?home=http%3A%2F%2F127.0.0.1%3A' ) );
		same( array( 'home', 'redirect', 'state', 'challenge' ), array_keys( $asked ) );
		same( admin_url( 'admin-post.php?action=afterword_connected' ), $asked['redirect'] );
		same( array( get_option( 'home' ), 43, 43 ), array( $asked['home'], strlen( $asked['state'] ), strlen( $asked['challenge'] ) ) );
		list( $call ) = calls();
		same( array( 'POST connection', null, $shop, 'production', array( 'code', 'verifier' ) ), array( $call['call'], $call['key'], $call['home'], $call['environment'], array_keys( $call['body'] ) ) );
		same( true, strlen( $call['body']['verifier'] ) >= 43 && false === strpos( $to, $call['body']['verifier'] ) );
		$stored = Afterword_Connection::stored();
		same( array( address(), 'acme', 'Acme & <b>', hash( 'sha256', $shop ) ), array( $stored['base'], $stored['shop'], $stored['name'], $stored['home'] ) );
		same( 1, preg_match( '/^(no|off)$/', $wpdb->get_var( "SELECT autoload FROM $wpdb->options WHERE option_name = 'afterword_connection'" ) ) );
		same( address() . '/p/acme', Afterword_Shop::current()->address() );
		$page = settings_page();
		contains( 'Connected with <a href="' . address() . '/console">Acme &amp; &lt;b&gt;</a>', $page );
		contains( 'Last answer 1 second ago.', str_replace( array( '0 seconds', '2 seconds', '3 seconds' ), '1 second', $page ) );
		contains( $stored['key'], $page, 0 );
		same( 1, count( as_get_scheduled_actions( array( 'hook' => 'afterword_send', 'status' => 'pending' ), 'ids' ) ) );
		same( array( 'GET connection' ), array_column( calls(), 'call' ) );
		later( MINUTE_IN_SECONDS );
		do_action( 'afterword_send' );
		$calls = calls();
		same( array( "Bearer {$stored['key']}" ), array_values( array_unique( array_column( $calls, 'key' ) ) ) );
		$counts = array();
		$rows   = array();
		foreach ( $calls as $call ) {
			$kind     = key( $call['body'] );
			$counts[] = count( $call['body'][ $kind ] );
			same( "POST $kind", $call['call'] );
			$rows += array_column( $call['body'][ $kind ], null, 'id' );
		}
		same( 100, max( $counts ) );
		same( array(), waiting() );
		$id = 'woo-' . $mug->get_id();
		same( array( $id, 'Salt & Pepper Mill – 10" <3', 'Grinds. Salt & pepper', 'MILL&10"', 'yes', true, array( 'simple' ), array(), null, null ), only( 'id title description sku published reviews_allowed labels gtin image_url url', array( 'labels' => array_values( array_diff( $rows[ $id ]['labels'], array( 'uncategorized' ) ) ) ) + $rows[ $id ] ) );
		same( 13, strlen( (string) $rows[ $id ]['as_of'] ) );
		same( true, isset( $rows['woo-3150'] ) );
		$wpdb->query( "DELETE FROM $wpdb->posts WHERE ID > 3000" );
		$wpdb->query( "DELETE FROM {$wpdb->prefix}afterword_outbox WHERE id > 3000" );
		wp_cache_flush();
	},

	'an order is told whole' => function () use ( $is_real ) {
		global $mug, $shirt, $shirt_m, $ebook, $first;
		$taken = Afterword_Outbox::counts()->taken;
		$first = order( array( $mug, $shirt_m, $ebook ), array( 'billing_first_name' => 'José', 'billing_last_name' => '李 &amp; Söhne' ) );
		$state = sent()[ $first->get_id() ];
		same( $taken + 1, (int) Afterword_Outbox::counts()->taken );
		$lines = array_keys( $first->get_items() );
		same( array( (string) $first->get_order_number(), (string) $first->get_id(), 'placed', array( 'email' => 'jane@example.com', 'name' => 'José 李 & Söhne' ), false, 'EUR', null, true, array(), null, 'DE', null, false, false ), only( 'id system_id status buyer anonymised currency completed_at paid shipments language country agrees test in_store', $state ) );
		same( 1, preg_match( '/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$/', $state['placed_at'] ) );
		same( array( 'id' => (string) $lines[0], 'catalog_item_id' => 'woo-' . $mug->get_id(), 'title' => 'Salt & Pepper Mill – 10" <3', 'sku' => 'MILL&10"', 'unit_price' => 2400, 'quantity' => 1, 'refunded_quantity' => 0, 'gift_card' => false, 'ships' => true ), $state['lines'][0] );
		same( array( 'woo-' . $shirt->get_id(), 'Linen Shirt', 'M', 'SHIRT-M', 4900 ), only( 'catalog_item_id title variant sku unit_price', $state['lines'][1] ) );
		same( array( 'E-Book', false, 900 ), only( 'title ships unit_price', $state['lines'][2] ) );
		// What is the same is not told again.
		$first->save();
		same( array(), sent() );
		same( array(), waiting() );
	},

	'a request writes a row once, and at its end what changed again; a storm of saves costs at most twelve queries' => function () {
		global $wpdb, $mug, $shirt;
		$order   = order( array( $mug ) );
		$changes = fn() => (int) $wpdb->get_var( "SELECT changes FROM {$wpdb->prefix}afterword_outbox WHERE kind = 'order' AND id = {$order->get_id()}" );
		$lasts   = Closure::bind( fn() => self::$written = array_map( fn( $at ) => $at - self::WAIT, self::$written ), null, 'Afterword_Outbox' );
		$storm   = function () use ( $order, $mug, $shirt ) {
			for ( $i = 0; $i < 12; $i++ ) {
				$order->set_billing_last_name( "Doe $i" );
				$order->save();
			}
			$mug->save();
			$shirt->save();
		};
		sent();
		$before = $changes();
		same( true, queries( fn() => array( $storm(), Afterword_Outbox::write_again() ) ) <= 12 );
		same( PHP_INT_MAX, has_action( 'shutdown', array( 'Afterword_Outbox', 'write_again' ) ) );
		same( $before + 2, $changes() );
		// Another process sent the first state of a request that lasts, and nothing else waited.
		sent();
		$storm();
		as_unschedule_all_actions( 'afterword_send' );
		$wpdb->query( "UPDATE {$wpdb->prefix}afterword_outbox SET due = 0" );
		$lasts();
		request();
		same( true, in_array( 'order ' . $order->get_id(), waiting(), true ) );
		same( 1, count( as_get_scheduled_actions( array( 'hook' => 'afterword_send', 'status' => 'pending' ), 'ids' ) ) );
		$before = $changes();
		$order->save();
		$lasts();
		$order->set_billing_last_name( 'Last' );
		$order->save();
		same( $before + 2, $changes() );
		// What is told last is the last; and in the process of a run, each change is written.
		same( 'Jane Last', sent()[ $order->get_id() ]['buyer']['name'] );
		do_action( 'afterword_send' );
		$before = $changes();
		$storm();
		same( $before + 12, $changes() );
		sent();
	},

	'completed, back, completed again, refunded, cancelled' => function () {
		global $first;
		$now = function ( $state ) {
			return $state['completed_at'] && abs( strtotime( $state['completed_at'] ) - time() ) < 90;
		};
		$state = becomes( $first, 'completed' );
		same( array( 'fulfilled', true, true ), array( $state['status'], $state['paid'], $now( $state ) ) );
		same( array( 'placed', null ), only( 'status completed_at', becomes( $first, 'processing' ) ) );
		same( array( 'pending', null ), only( 'status completed_at', becomes( $first, 'on-hold' ) ) );
		$state = becomes( $first, 'completed' );
		same( array( 'fulfilled', true ), array( $state['status'], $now( $state ) ) );
		same( 'refunded', becomes( $first, 'refunded' )['status'] );
		same( 'cancelled', becomes( $first, 'cancelled' )['status'] );
	},

	'failed, pending, processing, completed; and bank transfer on hold' => function () {
		global $mug;
		$order = order( array( $mug ), array( 'payment_method' => 'bacs' ), 'pending' );
		same( array( 'pending', false ), only( 'status paid', sent()[ $order->get_id() ] ) );
		same( array( 'failed', false ), only( 'status paid', becomes( $order, 'failed' ) ) );
		becomes( $order, 'pending' );
		same( null, becomes( $order, 'on-hold' ) );
		same( array( 'placed', true ), only( 'status paid', becomes( $order, 'processing' ) ) );
		same( array( 'fulfilled', true ), only( 'status paid', becomes( $order, 'completed' ) ) );
	},

	'cash on delivery is paid when it is completed' => function () {
		global $mug;
		$order = order( array( $mug ), array( 'payment_method' => 'cod' ), 'processing' );
		same( array( 'placed', false ), only( 'status paid', sent()[ $order->get_id() ] ) );
		// A payment that a plug-in notes, and parcels that left, prove nothing.
		$order = wc_get_order( $order->get_id() );
		$order->set_date_paid( new WC_DateTime() );
		$order->update_meta_data( '_fulfillment_status', 'fulfilled' );
		$order->save();
		same( array( 'fulfilled', false, null ), only( 'status paid completed_at', sent()[ $order->get_id() ] ) );
		same( array( 'fulfilled', true ), only( 'status paid', becomes( $order, 'completed' ) ) );
		same( false, becomes( $order, 'processing' )['paid'] );
	},

	'a status of a plug-in takes no completion back, and is none' => function () {
		global $mug;
		$add = function ( $statuses ) {
			return $statuses + array( 'wc-shipped' => 'Shipped' );
		};
		register_post_status( 'wc-shipped', array( 'public' => true ) );
		add_filter( 'wc_order_statuses', $add );
		$order = order( array( $mug ) );
		sent();
		same( null, becomes( $order, 'shipped' ) );
		becomes( $order, 'completed' );
		$shipped = becomes( $order, 'shipped' );
		same( null, $shipped );
		remove_filter( 'wc_order_statuses', $add );
	},

	'a checkout that is not sent stores nothing' => function () {
		global $mug;
		foreach ( array( 'checkout-draft', 'auto-draft' ) as $status ) {
			$order = order( array( $mug ), array(), $status );
			same( array(), sent() );
			$order->delete( true );
			same( array(), sent() );
		}
		same( array(), waiting() );
	},

	'a line is refunded; an amount is; the refund is deleted' => function () {
		global $mug, $ebook;
		$order = order( array( $mug, $ebook ), array(), 'completed' );
		sent();
		$lines = array_keys( $order->get_items() );
		$quantities = function ( $state ) {
			return array_column( $state['lines'], 'refunded_quantity' );
		};
		wc_create_refund( array( 'order_id' => $order->get_id(), 'amount' => 2 ) );
		$state = sent()[ $order->get_id() ] ?? null;
		same( true, null === $state || array( 0, 0 ) === $quantities( $state ) );
		$refund = wc_create_refund( array( 'order_id' => $order->get_id(), 'amount' => 24, 'line_items' => array( $lines[0] => array( 'qty' => 1, 'refund_total' => 24 ) ) ) );
		$state  = sent()[ $order->get_id() ];
		same( array( 'fulfilled', array( 1, 0 ) ), array( $state['status'], $quantities( $state ) ) );
		$refund->delete( true );
		same( array( 0, 0 ), $quantities( sent()[ $order->get_id() ] ) );
		wc_create_refund( array( 'order_id' => $order->get_id(), 'amount' => 9, 'line_items' => array( $lines[1] => array( 'qty' => 0, 'refund_total' => 9 ) ) ) );
		same( array( 0, 1 ), $quantities( sent()[ $order->get_id() ] ) );
	},

	'trashed, restored, deleted for good' => function () use ( $is_real ) {
		global $mug;
		// A plug-in for numbers in sequence, which lets in what Afterword takes in no call.
		$number = function ( $number ) {
			return "R-\0\x07$number";
		};
		add_filter( 'woocommerce_order_number', $number );
		$order = order( array( $mug ), array(), 'completed' );
		$id    = $order->get_id();
		same( "R-$id", sent()[ $id ]['id'] );
		$order->delete();
		$gone = array( 'id' => "R-$id", 'system_id' => (string) $id, 'status' => 'deleted' );
		same( $gone, array_diff_key( sent()[ $id ], array( 'as_of' => 1 ) ) );
		wc_get_order( $id )->untrash();
		same( 'fulfilled', sent()[ $id ]['status'] );
		wc_get_order( $id )->delete( true );
		remove_filter( 'woocommerce_order_number', $number );
		same( $gone, array_diff_key( sent()[ $id ], array( 'as_of' => 1 ) ) );
		same( array(), sent() );
		if ( $is_real && 'yes' !== get_option( 'woocommerce_custom_orders_table_enabled' ) ) {
			// As the list of orders does where they are posts.
			$post = order( array( $mug ), array(), 'completed' )->get_id();
			sent();
			wp_trash_post( $post );
			same( 'deleted', sent()[ $post ]['status'] );
			wp_untrash_post( $post );
			same( 'fulfilled', sent()[ $post ]['status'] );
			wp_delete_post( $post, true );
			same( 'deleted', sent()[ $post ]['status'] );
		}
	},

	'the address is edited; taken away; anonymised' => function () use ( $is_real ) {
		global $mug;
		$order = order( array( $mug ), array( 'billing_email' => 'old@example.com' ), 'completed' );
		sent();
		$email = function ( $email ) use ( $order ) {
			$order = wc_get_order( $order->get_id() );
			$order->set_billing_email( $email );
			$order->save();
			return sent()[ $order->get_id() ];
		};
		same( 'new@example.com', $email( 'new@example.com' )['buyer']['email'] );
		same( array( null, false ), only( 'buyer anonymised', $email( '' ) ) );
		$order = wc_get_order( $order->get_id() );
		if ( $is_real ) {
			WC_Privacy_Erasers::remove_order_personal_data( $order );
		} else {
			$order->set_billing_email( 'deleted@site.invalid' );
			$order->update_meta_data( '_anonymized', 'yes' );
			$order->save();
		}
		$state = sent()[ $order->get_id() ];
		same( array( null, true ), only( 'buyer anonymised', $state ) );
		same( true, array_key_exists( 'buyer', $state ) );
	},

	'yen, a free order, a draft product, no product' => function () {
		global $mug, $draft;
		$yen = order( array( $mug ), array( 'currency' => 'JPY' ) );
		same( 24, sent()[ $yen->get_id() ]['lines'][0]['unit_price'] );
		$free = product( array( 'name' => 'Sample', 'regular_price' => '0' ) );
		$order = order( array( $free, $draft ) );
		$rows  = sent();
		$state = $rows[ $order->get_id() ];
		// Nobody has told of this draft before.
		same( 'never', $rows[ 'woo-' . $draft->get_id() ]['published'] );
		same( array( array( 0, 500 ), array( 'Sample', 'Draft' ) ), array( array_column( $state['lines'], 'unit_price' ), array_column( $state['lines'], 'title' ) ) );
		$fees = order( array() );
		same( array(), sent()[ $fees->get_id() ]['lines'] );
	},

	'a kit with its parts' => function () use ( $is_real ) {
		global $mug, $ebook;
		$order = order( array( $mug, $ebook, $mug ) );
		$lines = array_keys( $order->get_items() );
		foreach ( array( $lines[0] => array( '_bundle_cart_key' => 'abc' ), $lines[1] => array( '_bundled_by' => 'abc' ) ) as $line => $meta ) {
			foreach ( $meta as $key => $value ) {
				if ( $is_real ) {
					wc_update_order_item_meta( $line, $key, $value );
				} else {
					$order->fields['items'][ $line ]['meta'][ $key ] = $value;
				}
			}
		}
		$order->save();
		$parts = array_map( function ( $line ) {
			return $line['part_of'] ?? null;
		}, sent()[ $order->get_id() ]['lines'] );
		same( array( null, (string) $lines[0], null ), $parts );
	},

	'consent, languages, tests and the shop’s counter' => function () {
		global $mug;
		update_option( 'afterword_consent', 'agrees_to_reviews' );
		foreach ( array( '1' => true, 'Yes' => true, 'true' => true, 'on' => true, 'no' => false, '0' => false, '' => false ) as $value => $agrees ) {
			$order = order( array( $mug ) );
			$order->update_meta_data( 'agrees_to_reviews', (string) $value );
			$order->save();
			same( $agrees, sent()[ $order->get_id() ]['agrees'] );
		}
		$order = order( array( $mug ), array( 'created_via' => 'pos-rest-api', 'shipping_country' => 'AT' ) );
		$order->update_meta_data( 'wpml_language', 'pt_BR' );
		$order->update_meta_data( '_wcpay_mode', 'test' );
		$order->save();
		same( array( 'pt-BR', 'AT', null, true, true ), only( 'language country agrees test in_store', sent()[ $order->get_id() ] ) );
		delete_option( 'afterword_consent' );
	},

	'what a plug-in fulfilled has left' => function () {
		global $mug;
		$order = order( array( $mug ) );
		$order->update_meta_data( '_fulfillment_status', 'fulfilled' );
		$order->save();
		$state = sent()[ $order->get_id() ];
		same( array( 'fulfilled', null ), only( 'status completed_at', $state ) );
		same( array( 'all', array( array( 'id' => $state['lines'][0]['id'], 'quantity' => 1 ) ), null, false ), only( 'id lines arrived_at taken_back', $state['shipments'][0] ) );
	},

	'a fulfilment is a shipment of its lines, and its end is told' => function () use ( $is_real ) {
		global $mug, $ebook;
		$class = '';
		foreach ( array( 'Admin\\Features\\Fulfillments', 'Internal\\Fulfillments' ) as $space ) {
			$class = class_exists( "Automattic\\WooCommerce\\$space\\Fulfillment" ) ? "Automattic\\WooCommerce\\$space\\Fulfillment" : $class;
		}
		if ( ! $class ) {
			return;
		}
		$order = order( array( $mug, $ebook ) );
		sent();
		$lines       = array_keys( $order->get_items() );
		$fulfillment = new $class();
		$fulfillment->set_entity_type( 'WC_Order' );
		$fulfillment->set_entity_id( (string) $order->get_id() );
		$fulfillment->set_items( array( array( 'item_id' => $lines[0], 'qty' => 1 ) ) );
		$fulfillment->set_status( 'unfulfilled' );
		$fulfillment->save();
		same( array(), sent()[ $order->get_id() ]['shipments'] ?? array() );
		$fulfillment->set_status( 'fulfilled' );
		$fulfillment->save();
		$state = sent()[ $order->get_id() ];
		same( array( 'placed', 1 ), array( $state['status'], count( $state['shipments'] ) ) );
		same( array( (string) $fulfillment->get_id(), array( array( 'id' => (string) $lines[0], 'quantity' => 1 ) ), null, false ), only( 'id lines arrived_at taken_back', $state['shipments'][0] ) );
		same( true, abs( strtotime( $state['shipments'][0]['left_at'] ) - time() ) < 90 );
		$fulfillment->delete();
		same( array(), sent()[ $order->get_id() ]['shipments'] );
	},

	'products: changed, a variation, drafts, trash, restored, gone' => function () {
		global $mug, $shirt, $shirt_m;
		$product = product( array( 'name' => 'Towel', 'regular_price' => '7' ) );
		$id      = 'woo-' . $product->get_id();
		same( array( 'Towel', 'yes' ), only( 'title published', sent()[ $id ] ) );
		foreach ( array( 'draft' => 'never', 'pending' => 'never', 'private' => 'never', 'publish' => 'yes' ) as $status => $published ) {
			wp_update_post( array( 'ID' => $product->get_id(), 'post_status' => $status ) );
			$row = sent()[ $id ] ?? null;
			same( true, null === $row ? 'pending' === $status || 'private' === $status : $published === $row['published'] );
		}
		wp_trash_post( $product->get_id() );
		same( array( 'id' => $id, 'published' => 'no_longer' ), array_diff_key( sent()[ $id ], array( 'as_of' => 1 ) ) );
		wp_untrash_post( $product->get_id() );
		wp_publish_post( $product->get_id() );
		same( 'yes', sent()[ $id ]['published'] );
		wp_delete_post( $product->get_id(), true );
		same( array( 'id' => $id, 'published' => 'no_longer' ), array_diff_key( sent()[ $id ], array( 'as_of' => 1 ) ) );
		$shirt->set_name( 'Shirt' );
		$shirt->save();
		same( array( 'woo-' . $shirt->get_id() ), array_keys( sent() ) );
		$shirt_m->set_regular_price( '50' );
		$shirt_m->save();
		same( array( 'product ' . $shirt->get_id() ), waiting() );
		same( array(), sent() );
		same( array(), waiting() );
	},

	'a barcode is told if its last digit is right' => function () use ( $is_real ) {
		if ( $is_real && ! method_exists( 'WC_Product', 'set_global_unique_id' ) ) {
			return;
		}
		foreach ( array( '4006381333931' => array( '4006381333931' ), '96385074' => array( '96385074' ), '4006381333932' => array(), '400638' => array() ) as $code => $gtin ) {
			$product = product( array( 'name' => "Code $code", 'global_unique_id' => (string) $code ) );
			same( $gtin, sent()[ 'woo-' . $product->get_id() ]['gtin'] );
		}
	},

	'fifty are completed at once' => function () {
		global $mug;
		$orders = array();
		for ( $i = 0; $i < 50; $i++ ) {
			$orders[] = order( array( $mug ) );
		}
		sent();
		foreach ( $orders as $order ) {
			$order->set_status( 'completed' );
			$order->save();
		}
		later( MINUTE_IN_SECONDS );
		do_action( 'afterword_send' );
		$calls = calls();
		same( array( 1, 50 ), array( count( $calls ), count( array_unique( array_column( $calls[0]['body']['orders'], 'id' ) ) ) ) );
	},

	'Afterword is away for an hour: nothing is lost, and each is told once' => function () {
		global $mug;
		afterword_is( 'away' );
		$orders = array();
		$calls  = 0;
		for ( $minute = 0; $minute < 60; $minute++ ) {
			if ( 0 === $minute % 3 ) {
				$orders[] = order( array( $mug ) )->get_id();
			}
			later( MINUTE_IN_SECONDS );
			do_action( 'afterword_send' );
			$calls += count( calls() );
		}
		same( true, $calls >= 5 && $calls <= 8 );
		contains( '20.', settings_page() );
		afterword_is( '' );
		later( HOUR_IN_SECONDS );
		$told = array_keys( sent() );
		sort( $told );
		same( $orders, $told );
		same( array(), sent() );
	},

	'busy: it waits as long as Afterword says' => function () {
		global $mug;
		afterword_is( 'busy' );
		$id = order( array( $mug ) )->get_id();
		same( array( $id ), array_keys( sent() ) );
		afterword_is( '' );
		later( 1000 );
		same( array(), sent() );
		later( 1000 );
		same( array( $id ), array_keys( sent() ) );
	},

	'an answer is lost, half or nonsense: it is told again; a refused row is not' => function () {
		global $mug;
		foreach ( array( 'lost', 'half', 'hotel' ) as $mode ) {
			afterword_is( $mode );
			$id = order( array( $mug ) )->get_id();
			same( array( $id ), array_keys( sent() ) );
			same( array( "order $id" ), waiting() );
			afterword_is( '' );
			later( 200 );
			same( array( $id ), array_keys( sent() ) );
			same( array(), waiting() );
		}
		$order = order( array( $mug ) );
		afterword_is( 'refuse ' . $order->get_order_number() );
		same( 1, count( sent() ) );
		same( array(), waiting() );
		afterword_is( '' );
	},

	'one row that breaks the call does not keep the others' => function () {
		global $mug;
		$bad = order( array( $mug ) );
		$ids = array( order( array( $mug ) )->get_id(), order( array( $mug ) )->get_id() );
		afterword_is( 'poison ' . $bad->get_order_number() );
		for ( $i = 0; $i < 12 && count( waiting() ) > 1; $i++ ) {
			later( DAY_IN_SECONDS / 3 );
			do_action( 'afterword_send' );
		}
		same( array( 'order ' . $bad->get_id() ), waiting() );
		calls();
		afterword_is( '' );
		later( DAY_IN_SECONDS );
		same( true, array_key_exists( $bad->get_id(), sent() ) );
	},

	'what changes during the call is told again' => function () {
		global $mug;
		$order = order( array( $mug ) );
		$once  = function ( $answer ) use ( $order, &$once ) {
			remove_filter( 'http_response', $once );
			$changed = wc_get_order( $order->get_id() );
			$changed->set_billing_email( 'later@example.com' );
			$changed->save();
			return $answer;
		};
		add_filter( 'http_response', $once );
		same( 'jane@example.com', sent()[ $order->get_id() ]['buyer']['email'] );
		same( array( 'order ' . $order->get_id() ), waiting() );
		same( 'later@example.com', sent()[ $order->get_id() ]['buyer']['email'] );
		same( array(), waiting() );
	},

	'once a day, what no hook told is found' => function () use ( $is_real ) {
		global $wpdb, $mug;
		$order = order( array( $mug ) );
		$gone  = order( array( $mug ) );
		sent();
		if ( $is_real ) {
			$hpos = 'yes' === get_option( 'woocommerce_custom_orders_table_enabled' );
			foreach ( array( array( 'posts', 'ID' ), array( 'wc_orders', 'id' ) ) as list( $table, $id ) ) {
				$wpdb->query( "DELETE FROM {$wpdb->prefix}$table WHERE $id = {$gone->get_id()}" );
			}
			$hpos ? $wpdb->query( "UPDATE {$wpdb->prefix}wc_orders o JOIN {$wpdb->prefix}wc_order_addresses a ON a.order_id = o.id AND a.address_type = 'billing' SET o.billing_email = 'sql@example.com', a.email = 'sql@example.com' WHERE o.id = {$order->get_id()}" ) : update_post_meta( $order->get_id(), '_billing_email', 'sql@example.com' );
		} else {
			$all = get_option( 'stand_in_orders' );
			$all[ $order->get_id() ]['billing_email'] = 'sql@example.com';
			unset( $all[ $gone->get_id() ] );
			update_option( 'stand_in_orders', $all );
		}
		wp_cache_flush();
		same( array(), waiting() );
		later( 23 * HOUR_IN_SECONDS );
		same( array(), sent() );
		later( 2 * HOUR_IN_SECONDS );
		$rows = sent();
		same( array( 'sql@example.com', 'deleted' ), array( $rows[ $order->get_id() ]['buyer']['email'], $rows[ $gone->get_id() ]['status'] ) );
		same( 2, count( $rows ) );
	},

	'what Afterword has lost is told again, once, also what is gone; and nothing else' => function () {
		global $mug;
		later( DAY_IN_SECONDS );
		$before = order( array( $mug ) );
		sent();
		later( DAY_IN_SECONDS );
		// The daily check reads it again, and it is told nothing new.
		same( array(), sent() );
		$lost = order( array( $mug ) )->get_id();
		$gone = order( array( $mug ) )->get_id();
		sent();
		wc_get_order( $gone )->delete( true );
		same( 'deleted', sent()[ $gone ]['status'] );
		later( DAY_IN_SECONDS + HOUR_IN_SECONDS );
		$says = function ( $from, $until ) {
			file_put_contents( getenv( 'AFTERWORD_TESTS' ) . '/lost', json_encode( array( 'resend_from' => $from, 'resend_until' => $until ) ) );
		};
		$ago  = fn( $hours ) => gmdate( 'Y-m-d\TH:i:s\Z', time() - $hours * HOUR_IN_SECONDS );
		$says( $ago( 26 ), $ago( 24 ) );
		$again = sent();
		same( array( $lost, $gone ), array_keys( $again ) );
		same( 'deleted', $again[ $gone ]['status'] );
		later( DAY_IN_SECONDS );
		$says( $ago( 50 ), $ago( 48 ) );
		same( array(), sent() );
		$says( null, null );
	},

	'after seven days a row is given up, the owner hears of it, and it is tried once a day' => function () {
		global $mug;
		afterword_is( 'away' );
		$order = order( array( $mug ) );
		for ( $day = 0; $day < 9; $day++ ) {
			later( DAY_IN_SECONDS );
			do_action( 'afterword_send' );
		}
		calls();
		same( array(), waiting() );
		contains( 'within seven days: 1.', $page = settings_page() );
		contains( 'Orders that Afterword took in the last 24 hours: 0.', $page );
		same( 'critical', Afterword_Settings::test()['status'] );
		afterword_is( '' );
		later( DAY_IN_SECONDS );
		same( array( $order->get_id() ), array_keys( sent() ) );
		do_action( Afterword_Answers::EVENT );
		contains( 'within seven days', settings_page(), 0 );
		same( 'good', Afterword_Settings::test()['status'] );
	},

	'a shop whose clock stands still says so' => function () {
		global $mug;
		order( array( $mug ) );
		contains( 'does not run its scheduled tasks', settings_page(), 0 );
		later( HOUR_IN_SECONDS );
		contains( 'does not run its scheduled tasks', settings_page() );
		contains( 'The oldest has waited for 1 hour.', settings_page() );
		same( 'critical', Afterword_Settings::test()['status'] );
		same( array( 'afterword' ), array_keys( Afterword_Settings::add_test( array() )['direct'] ) );
		same( 1, count( sent() ) );
	},

	'a cron that never ran, or has not for an hour, is named as what is silent' => function () {
		connect();
		sent();
		later( HOUR_IN_SECONDS );
		Afterword_Outbox::run();
		age( 2 * DAY_IN_SECONDS );
		contains( 'WordPress does not run its scheduled tasks', settings_page() );
		contains( 'Afterword has not answered', settings_page(), 0 );
		do_action( Afterword_Answers::EVENT );
		same( 'good', Afterword_Settings::test()['status'] );
		age( 2 * DAY_IN_SECONDS );
		later( 50 * MINUTE_IN_SECONDS );
		contains( 'Afterword has not answered with reviews for 2 days.', settings_page() );
		contains( 'WordPress does not run its scheduled tasks', settings_page(), 0 );
		do_action( Afterword_Answers::EVENT );
		calls();
	},

	'the plug-in’s page says what comes next, by one call a minute, and that Afterword does not answer' => function () {
		update_option( 'date_format', 'j F Y' );
		$file = getenv( 'AFTERWORD_TESTS' ) . '/coming';
		$says = function ( $coming ) use ( $file ) {
			file_put_contents( $file, json_encode( $coming ) );
			delete_transient( 'afterword_coming' );
			settings_page();
			$page = settings_page();
			same( array( 'GET connection' ), array_column( calls(), 'call' ) );
			return $page;
		};
		$at    = fn( $days ) => gmdate( 'Y-m-d\TH:i:s\Z', time() + $days * DAY_IN_SECONDS );
		$day   = wp_date( 'j F Y', time() + 7 * DAY_IN_SECONDS );
		$links = fn( $part, $sentence ) => '<p><a href="' . address() . "/console/settings#$part\">$sentence</a></p>";
		calls();
		contains( 'The first emails', $says( array( 'first_email_at' => $at( -1 ) ) ), 0 );
		foreach ( array(
			array( array( 'waits' => 'address', 'first_email_at' => $at( 7 ) ), $links( 'place', 'Emails wait: your shop has no postal address.' ) ),
			array( array( 'waits' => 'pause' ), $links( 'pause', 'Sending is paused.' ) ),
			array( array( 'waits' => 'pause', 'paused_until' => $at( 7 ) ), $links( 'pause', "Sending is paused until $day." ) ),
			array( array( 'first_email_at' => $at( 7 ) ), "<p>The first emails leave on $day.</p>" ),
		) as list( $coming, $html ) ) {
			contains( $html, $page = $says( $coming ) );
			contains( 'notice-error', $page, 0 );
		}
		$places = array_map( fn( $part ) => strpos( $page, $part ), array( 'Connected with', 'Orders that Afterword took in the last 24 hours: ', 'The first emails', 'Consent field', 'Earlier reviews', 'onclick="return confirm( ', '</form></div>' ) );
		$sorted = $places;
		sort( $sorted );
		same( array( $sorted, false ), array( $places, in_array( false, $places, true ) ) );
		afterword_is( 'away' );
		contains( 'notice-error inline"><p>Afterword does not answer. Try again later.</p>', $page = $says( array( 'waits' => 'pause' ) ) );
		contains( 'Sending is paused', $page, 0 );
		afterword_is( '' );
		unlink( $file );
		delete_transient( 'afterword_coming' );
		add_filter( 'pre_http_request', $silent = fn() => new WP_Error( 'silent', 'cURL error 28' ) );
		contains( 'Try again later. cURL error 28</p>', settings_page() );
		remove_filter( 'pre_http_request', $silent );
		// A copy of the shop is told so before it has sent anything.
		delete_transient( 'afterword_coming' );
		calls();
		add_filter( 'option_home', $staging = fn() => 'https://staging.example', 20 );
		contains( 'This seems to be a copy', settings_page() );
		settings_page();
		same( array( array( 'GET connection', null ) ), array_map( fn( $call ) => array( $call['call'], $call['body'] ), calls() ) );
		remove_filter( 'option_home', $staging, 20 );
		delete_transient( 'afterword_coming' );
		sent();
	},

	'`wp afterword status` says the same' => function () {
		if ( ! class_exists( 'WP_CLI' ) ) {
			eval( 'class WP_CLI { public static $said = array(); public static function log( $text ) { self::$said[] = $text; } public static function warning( $text ) { self::$said[] = "Warning: $text"; } }' );
		}
		do_action( Afterword_Answers::EVENT );
		later( 2 * DAY_IN_SECONDS );
		Afterword_Settings::status();
		contains( 'Warning: WordPress does not run its scheduled tasks', implode( "\n", WP_CLI::$said ) );
		contains( 'WordPress\' scheduled tasks ran 2 days ago.', implode( "\n", WP_CLI::$said ) );
		do_action( Afterword_Answers::EVENT );
		sent();
	},

	'a newer plug-in is offered to a connected shop' => function () {
		$offered = apply_filters( 'update_plugins_', false, array(), 'afterword/afterword.php' );
		same( array( '9.0', address() . '/console/connections/woocommerce/plugin', 'afterword', '7.1.99', '6.1', '7.4' ), only( 'version package slug tested requires requires_php', $offered ) );
		same( false, apply_filters( 'update_plugins_', false, array(), 'other/other.php' ) );
		require_once ABSPATH . 'wp-admin/includes/plugin-install.php';
		$details = plugins_api( 'plugin_information', array( 'slug' => 'afterword' ) );
		same( array( 'Afterword for WooCommerce', AFTERWORD_VERSION, '7.1' ), only( 'name version tested', (array) $details ) );
		contains( esc_url( admin_url( 'admin.php?page=afterword' ) ), $details->sections['description'], 2 );
		calls();
	},

	'all products move: their addresses are told' => function () {
		update_option( 'permalink_structure', '/p/%postname%/' );
		same( (int) wp_count_posts( 'product' )->publish, count( waiting() ) );
		sent();
		update_option( 'permalink_structure', '/%postname%/' );
		sent();
		same( array(), waiting() );
	},

	'the shop’s page shows the reviews of its Afterword' => function () use ( $is_real ) {
		global $mug;
		if ( $is_real ) {
			update_option( 'woocommerce_coming_soon', 'no' );
			flush_rewrite_rules();
			$page = page( wp_make_link_relative( get_permalink( $mug->get_id() ) ) );
			contains( 'shop="acme" product="woo-' . $mug->get_id() . '"', $page );
			contains( 'id="review_form"', $page, 0 );
			file_put_contents( $ratings = getenv( 'AFTERWORD_TESTS' ) . '/ratings', '{"woo-' . $mug->get_id() . '":[4.1,137]}' );
			renew();
			same( 3, queries_of( page( wp_make_link_relative( get_permalink( $mug->get_id() ) ) ) ) );
			unlink( $ratings );
		}
	},

	'Action Scheduler’s own runner sends, with REST closed' => function () use ( $is_real ) {
		global $mug, $wpdb;
		if ( $is_real ) {
			add_filter( 'rest_authentication_errors', $closed = function () {
				return new WP_Error( 'closed', 'closed', array( 'status' => 401 ) );
			} );
			$order = order( array( $mug ) );
			request();
			$wpdb->query( "UPDATE {$wpdb->prefix}actionscheduler_actions SET scheduled_date_gmt = '2020-01-01 00:00:00' WHERE hook = 'afterword_send' AND status = 'pending'" );
			$wpdb->query( "UPDATE {$wpdb->prefix}afterword_outbox SET due = 1 WHERE due > 0" );
			ActionScheduler_QueueRunner::instance()->run( 'test' );
			same( array( (string) $order->get_id() ), array_column( calls()[0]['body']['orders'], 'system_id' ) );
			same( array(), waiting() );
			same( 1, count( as_get_scheduled_actions( array( 'hook' => 'afterword_send', 'status' => 'pending' ), 'ids' ) ) );
			remove_filter( 'rest_authentication_errors', $closed );
		}
	},

	'an order’s screen has a box, which is made without a call' => function () use ( $is_real ) {
		global $mug, $keeper, $boxed;
		$keeper = wp_insert_user( array( 'user_login' => 'keeper', 'user_pass' => 'x', 'role' => $is_real ? 'shop_manager' : 'editor' ) );
		foreach ( array( 'edit_shop_orders', 'edit_others_shop_orders', 'edit_published_shop_orders' ) as $right ) {
			get_user_by( 'id', $keeper )->add_cap( $right );
		}
		// A plug-in for numbers lets in what an address gives a meaning.
		add_filter( 'woocommerce_order_number', $number = fn( $number ) => "#A/ä\0$number?" );
		$boxed = order( array( $mug ), array(), 'completed' )->get_id();
		sent();
		asked();
		wp_set_current_user( $keeper );
		$box = function ( $screen, $order ) {
			$GLOBALS['wp_meta_boxes'] = array();
			do_action( 'add_meta_boxes', $screen, $order );
			set_current_screen( $screen );
			return output_of( fn() => do_meta_boxes( $screen, 'side', $order ) );
		};
		foreach ( array( 'shop_order' => get_post( $boxed ) ?? (object) array( 'ID' => $boxed ), 'woocommerce_page_wc-orders' => wc_get_order( $boxed ) ) as $screen => $order ) {
			$page = $box( $screen, $order );
			contains( '<p dir="auto" aria-live="polite"', $page );
			contains( 'Loading&hellip;</p>', $page );
			contains( '<button type="button" class="button hidden"', $page, 2 );
			contains( $key = Afterword_Connection::stored()['key'], $page, 0 );
		}
		same( true, wp_script_is( 'afterword-order' ) );
		if ( $is_real && 'no' !== get_option( 'woocommerce_custom_orders_table_enabled' ) ) {
			// The screens themselves.
			require_once WC_ABSPATH . 'includes/admin/wc-admin-functions.php';
			require_once WC_ABSPATH . 'includes/admin/wc-meta-box-functions.php';
			$list = wc_get_container()->get( Automattic\WooCommerce\Internal\Admin\Orders\ListTable::class );
			$list->setup( array( 'order_type' => 'shop_order' ) );
			$list->prepare_items();
			contains( "<tr id=\"order-$boxed\"", output_of( array( $list, 'display' ) ) );
			$edit = new Automattic\WooCommerce\Internal\Admin\Orders\Edit();
			$edit->setup( wc_get_order( $boxed ) );
			contains( 'id="afterword-ask"', output_of( array( $edit, 'display' ) ) );
		}
		contains( 'afterword-ask', page( $is_real ? '/checkout/' : '/' ), 0 );
		same( array( array(), array() ), array( calls(), asked() ) );
		// Without a right, of another kind, and without a connection, there is none.
		$draft = order( array( $mug ), array(), 'checkout-draft' );
		contains( 'afterword', $box( 'woocommerce_page_wc-orders', $draft ) . $box( 'product', get_post( $mug->get_id() ) ) . $box( 'comment', (object) array() ), 0 );
		$draft->delete( true );
		$connection = get_option( 'afterword_connection' );
		foreach ( array( false, array( 'key' => '' ) + $connection ) as $other ) {
			update_option( 'afterword_connection', $other );
			contains( 'afterword', $box( 'woocommerce_page_wc-orders', wc_get_order( $boxed ) ), 0 );
		}
		update_option( 'afterword_connection', $connection, false );
		wp_set_current_user( get_user_by( 'login', 'shopkeeper' )->ID );
		contains( 'afterword', $box( 'woocommerce_page_wc-orders', wc_get_order( $boxed ) ), 0 );
		wp_set_current_user( 0 );
		set_current_screen( 'front' );
		remove_filter( 'woocommerce_order_number', $number );
		sent();
	},

	'the box says what becomes of the order, and its buttons pass through' => function () {
		global $keeper, $boxed;
		add_filter( 'woocommerce_order_number', $number = fn( $number ) => "#A/ä\0$number?" );
		update_user_meta( $keeper, 'locale', 'de_DE_formal' );
		$says = fn( $stops ) => array( 'text' => $stops ? 'Wird am 7. Dezember 2026 um 09:00 MEZ zu 2 von 3 Produkten gefragt.' : 'Wird nicht gefragt.', 'url' => 'https://reviews.example.com/console/orders/x?y=1&z', 'POST' => true, 'DELETE' => $stops );
		same( $says( true ), box_says( $keeper, $boxed ) );
		same( $says( false ), box_says( $keeper, $boxed, 'DELETE' ) );
		same( $says( true ), box_says( $keeper, $boxed, 'POST' ) );
		$calls = calls();
		$path  = '/%23A%2F%C3%A4' . $boxed . '%3F';
		same( array( "GET orders$path", "DELETE asks$path", "POST asks$path" ), array_column( $calls, 'call' ) );
		same( array( "system_id=$boxed&lang=de-DE-formal" ), array_values( array_unique( array_column( $calls, 'query' ) ) ) );
		same( array( 'Bearer ' . Afterword_Connection::stored()['key'] ), array_values( array_unique( array_column( $calls, 'key' ) ) ) );
		same( array(), array_filter( array_column( $calls, 'body' ) ) );
		// Nothing else is passed on, and no address but one of the web.
		afterword_is( 'nonsense' );
		same( array( 'Wird am 7. Dezember 2026 um 09:00 MEZ zu 2 von 3 Produkten gefragt.<b>', '' ), only( 'text url', box_says( $keeper, $boxed, 'PATCH' ) ) );
		same( array( "GET orders$path" ), array_column( calls(), 'call' ) );
		afterword_is( '' );
		delete_user_meta( $keeper, 'locale' );
		remove_filter( 'woocommerce_order_number', $number );
	},

	'only who may edit the order is told, with a nonce' => function () {
		global $keeper, $boxed;
		$subscriber = wp_insert_user( array( 'user_login' => 'subscriber', 'user_pass' => 'x', 'role' => 'subscriber' ) );
		foreach ( array( '', 'POST', 'DELETE' ) as $pressed ) {
			same( 'status 403', box_says( 0, $boxed, $pressed ) );
			same( 'status 403', box_says( $subscriber, $boxed, $pressed ) );
			// One who may do all in WooCommerce but edit orders.
			same( 'status 403', box_says( get_user_by( 'login', 'shopkeeper' )->ID, $boxed, $pressed ) );
			same( 'status 403', box_says( $keeper, $boxed, $pressed, '' ) );
			same( 'status 403', box_says( $keeper, $boxed, $pressed, 'wrong' ) );
			same( 'status 403', box_says( $keeper, 99999999, $pressed ) );
			get_user_by( 'id', $keeper )->add_cap( 'edit_shop_orders', false );
			same( 'status 403', box_says( $keeper, $boxed, $pressed ) );
			get_user_by( 'id', $keeper )->add_cap( 'edit_shop_orders' );
		}
		same( array(), calls() );
		same( false, has_action( 'wp_ajax_nopriv_afterword_order' ) );
	},

	'the box says in a sentence why it cannot, and leaves its buttons' => function () {
		global $keeper, $boxed;
		foreach ( array(
			'away'     => 'Afterword does not answer. Try again later.',
			'hotel'    => 'Afterword does not answer. Try again later.',
			'firewall' => 'Afterword does not answer. Try again later.',
			'404'      => 'Afterword does not know this order yet.',
			'429'      => 'No more can be asked this hour. Try again later.',
		) as $mode => $sentence ) {
			afterword_is( $mode );
			foreach ( array( '', 'POST', 'DELETE' ) as $pressed ) {
				same( array( 'text' => $sentence ), box_says( $keeper, $boxed, $pressed ) );
			}
		}
		add_filter( 'pre_http_request', $silent = fn() => new WP_Error( 'silent', 'cURL error 28' ) );
		same( array( 'text' => 'Afterword does not answer. Try again later.' ), box_says( $keeper, $boxed ) );
		remove_filter( 'pre_http_request', $silent );
		// What does not apply any more is looked at again.
		afterword_is( '409' );
		calls();
		same( 'Will be asked on 7 December 2026 at 09:00 CET about 2 of 3 products.', box_says( $keeper, $boxed, 'POST' )['text'] );
		same( array( "POST asks/$boxed", "GET orders/$boxed" ), array_column( calls(), 'call' ) );
		afterword_is( '' );
		// A copy of the shop asks nobody: it calls without the order.
		add_filter( 'option_home', $staging = fn() => 'https://staging.example', 20 );
		$copy = box_says( $keeper, $boxed, 'POST' );
		contains( 'This seems to be a copy of your shop', $copy['text'] );
		same( array( array( 'text' ), array( 'GET connection' ) ), array( array_keys( $copy ), array_column( calls(), 'call' ) ) );
		remove_filter( 'option_home', $staging, 20 );
		box_says( $keeper, $boxed );
		same( array( 'GET connection', "GET orders/$boxed" ), array_column( calls(), 'call' ) );
		// Somebody ends the connection in the console.
		$connection = get_option( 'afterword_connection' );
		$file       = getenv( 'AFTERWORD_TESTS' ) . '/owner';
		$owner      = file_get_contents( $file );
		file_put_contents( $file, json_encode( array( 'key' => 'other' ) + json_decode( $owner, true ) ) );
		contains( 'The connection was ended in Afterword.', box_says( $keeper, $boxed )['text'] );
		same( '', Afterword_Connection::stored()['key'] );
		file_put_contents( $file, $owner );
		update_option( 'afterword_connection', $connection, false );
		sent();
	},

	'a copy of the shop sends nothing' => function () use ( $shop ) {
		global $mug;
		$staging = function () {
			return 'https://www.Staging.example:8080/Übung/';
		};
		$order   = order( array( $mug ) );
		add_filter( 'option_home', $staging, 20 );
		same( 'staging.example/%C3%9Cbung', Afterword_Connection::home() );
		for ( $i = 0; $i < 3; $i++ ) {
			later( 5 * MINUTE_IN_SECONDS );
			do_action( 'afterword_send' );
		}
		$calls = calls();
		same( array( array( 'GET connection', null ), array( 'GET connection', null ), array( 'GET connection', null ) ), array_map( function ( $call ) {
			return array( $call['call'], $call['body'] );
		}, $calls ) );
		same( 'staging.example/%C3%9Cbung', $calls[0]['home'] );
		contains( 'This seems to be a copy', settings_page() );
		contains( 'Connected with', settings_page(), 0 );
		same( array( 'order ' . $order->get_id() ), waiting() );
		// An owner confirms the move.
		$file  = getenv( 'AFTERWORD_TESTS' ) . '/owner';
		$owner = json_decode( file_get_contents( $file ), true );
		file_put_contents( $file, json_encode( array( 'home' => 'staging.example/%C3%9Cbung' ) + $owner ) );
		later( HOUR_IN_SECONDS );
		$rows = sent();
		same( true, isset( $rows[ $order->get_id() ] ) );
		// All products have other addresses, which no hook told.
		same( 0, strpos( $rows[ 'woo-' . $mug->get_id() ]['url'] ?? '', 'https://' ) );
		contains( 'This seems to be a copy', settings_page(), 0 );
		same( hash( 'sha256', 'staging.example/%C3%9Cbung' ), Afterword_Connection::stored()['home'] );
		same( array(), array_filter( array( serialize( Afterword_Connection::stored() ) ), function ( $text ) {
			return false !== strpos( $text, 'staging' );
		} ) );
		// Somebody connected the first address again meanwhile: the call itself says so.
		file_put_contents( $file, json_encode( $owner ) );
		$order = order( array( $mug ) );
		same( array( $order->get_id() ), array_keys( sent() ) );
		same( true, Afterword_Connection::stored()['is_copy'] );
		remove_filter( 'option_home', $staging, 20 );
		later( HOUR_IN_SECONDS );
		same( true, isset( sent()[ $order->get_id() ] ) );
		same( false, Afterword_Connection::stored()['is_copy'] );
	},

	'a firewall ends nothing; Afterword does, and the shop sees it' => function () {
		global $mug;
		$order = order( array( $mug ) );
		afterword_is( 'firewall' );
		sent();
		afterword_is( '' );
		same( false, '' === Afterword_Connection::stored()['key'] );
		later( HOUR_IN_SECONDS );
		same( 1, count( sent() ) );
		$file  = getenv( 'AFTERWORD_TESTS' ) . '/owner';
		$owner = file_get_contents( $file );
		file_put_contents( $file, json_encode( array( 'key' => 'other' ) + json_decode( $owner, true ) ) );
		Afterword_Connection::note( array( 'key' => 'an earlier one', 'status' => 401, 'json' => array( 'error' => 'unauthorized' ) ) );
		same( false, '' === Afterword_Connection::stored()['key'] );
		// Without any order, too, once a day.
		later( DAY_IN_SECONDS );
		same( array(), sent() );
		same( '', Afterword_Connection::stored()['key'] );
		$order = order( array( $mug ) );
		$page  = settings_page();
		contains( 'The connection was ended in Afterword.', $page );
		same( true, strpos( $page, 'WordPress does not run' ) < strpos( $page, 'The connection was ended' ) );
		contains( 'value="Connect again"', $page );
		contains( 'value="' . address() . '"', $page );
		same( array(), sent() );
		same( 'connected', connect()[2] );
		$rows = sent();
		same( true, isset( $rows[ $order->get_id() ] ) );
		contains( 'The connection was ended', settings_page(), 0 );
	},

	'earlier reviews stay until they are moved, by the connection: tried, moved, undone' => function () use ( $is_real ) {
		global $wpdb, $mug, $draft;
		$file = getenv( 'AFTERWORD_TESTS' ) . '/ratings';
		$mug  = wc_get_product( $mug->get_id() );
		$id   = $mug->get_id();
		written( $id, array_fill( 0, 136, 4 ) );
		written( $draft->get_id(), array( 5 ) );
		file_put_contents( $file, '{"woo-999":[5,1]}' );
		same( true, renew() );
		$shown = fn() => array( (float) wc_get_product( $id )->get_average_rating(), (int) wc_get_product( $id )->get_review_count() );
		same( array( 4.0, 136 ), $shown() );
		contains( 'Your 137 reviews stay visible until you move them.', settings_page() );
		calls();
		contains( 'Reviews that would be imported: 137, lines that would be left out: 0.', press( 'try' ) );
		list( $post, $get ) = calls();
		same( array( 'POST imports', 1 ), array( $post['call'], preg_match( '~^GET imports/import-[0-9a-f]{32}-dry$~', $get['call'] ) ) );
		$rows = array_map( fn( $line ) => str_getcsv( $line, ',', '"', '' ), file( getenv( 'AFTERWORD_TESTS' ) . '/' . substr( $get['call'], 12 ), FILE_IGNORE_NEW_LINES ) );
		same( array( 138, array( (string) $draft->get_id(), '5', 'draft' ) ), array( count( $rows ), array( $rows[137][1], $rows[137][11], $rows[137][14] ) ) );
		same( array( 4.0, 136 ), $shown() );
		// Who may not, and who is not heard.
		same( 'status 403', submit( 'afterword_old_reviews', 0, array( 'do' => 'move' ) ) );
		afterword_is( 'forbidden' );
		contains( 'Download them as a file, and import it', press( 'move' ) );
		afterword_is( 'away' );
		contains( 'The plug-in tries again by itself.', press( 'move' ) );
		same( array( 4.0, 136 ), $shown() );
		// While Afterword reads, and while it holds them back, they stay; and the clock asks again.
		afterword_is( 'running' );
		contains( 'about 80 in a second', press( 'move' ) );
		same( array( 4.0, 136 ), $shown() );
		afterword_is( 'held' );
		contains( 'Most of them are not public', press( 'move' ) );
		same( array( 4.0, 136 ), $shown() );
		file_put_contents( $file, '{"woo-' . $id . '":[4.1,137],"woo-999":[5,1]}' );
		afterword_is( 'running' );
		press( 'move' );
		afterword_is( '' );
		contains( 'location.reload()', settings_page() );
		same( array( 4.0, 136 ), $shown() );
		// The page that waits looks itself. Who has as many reviews in Afterword shows them at once; the others, when its answer must be new.
		update_option( 'afterword_move', array( 'until' => 0 ) + get_option( 'afterword_move' ) );
		$page = settings_page();
		contains( 'Products show those in Afterword as soon', $page );
		contains( 'Report and undo', $page );
		contains( 'location.reload()', $page, 0 );
		same( array( 4.1, 137 ), $shown() );
		same( true, wp_next_scheduled( 'afterword_renew', array( 'moved' ) ) <= time() + MINUTE_IN_SECONDS );
		file_put_contents( $file, '{"woo-' . $id . '":[4.9,135],"woo-999":[5,1]}' );
		renew();
		same( array( 4.0, 136 ), $shown() );
		settle();
		renew();
		same( array( 4.9, 135 ), $shown() );
		file_put_contents( $file, '{"woo-' . $id . '":[4.1,137],"woo-999":[5,1]}' );
		renew();
		same( array( 4.1, 137 ), $shown() );
		// Moved once more, such as after a reinstallation: all are there, and two lines are wrong.
		afterword_is( 'again' );
		contains( 'Imported reviews: 137, lines that were left out: 2.', press( 'move' ) );
		afterword_is( '' );
		same( array( 4.1, 137.0 ), order_of( $id ) );
		same( array( 'rated-4' ), preg_grep( '/rated/', wp_list_pluck( get_the_terms( $id, 'product_visibility' ), 'name' ) ) );
		// What is saved gets WooCommerce's numbers in its table for some minutes.
		WC_Comments::clear_transients( $id );
		renew();
		same( array( 4.1, 137.0 ), order_of( $id ) );
		// Undone in the console.
		file_put_contents( $file, '{"woo-999":[5,1]}' );
		afterword_is( 'undone' );
		renew();
		same( array( 4.0, 136 ), $shown() );
		same( array( 4.0, 136.0 ), order_of( $id ) );
		contains( 'Afterword has not imported all of it', settings_page() );
		afterword_is( '' );
		unlink( $file );
		calls();
		$wpdb->query( "DELETE FROM $wpdb->comments WHERE comment_author = 'Ann'" );
		WC_Comments::clear_transients( $id );
		WC_Comments::clear_transients( $draft->get_id() );
		wp_cache_flush();
	},

	'privacy tools say what the plug-in keeps, and whom to ask' => function () {
		global $mug;
		$order = order( array( $mug ), array( 'billing_email' => 'kim@example.com' ) );
		sent();
		update_option( 'woocommerce_email_from_address', 'shop@example.com' );
		$export = apply_filters( 'wp_privacy_personal_data_exporters', array() )['afterword']['callback']( 'kim@example.com', 1 );
		same( array( true, array( $order->get_order_number() ) ), array( $export['done'], array_map( fn( $item ) => $item['data'][0]['value'], $export['data'] ) ) );
		contains( 'ask shop@example.com.', $export['data'][0]['data'][2]['value'] );
		$erase = apply_filters( 'wp_privacy_personal_data_erasers', array() )['afterword']['callback']( 'kim@example.com', 1 );
		same( array( false, true, true ), only( 'items_removed items_retained done', $erase ) );
		contains( 'ask shop@example.com.', $erase['messages'][0] );
		same( array(), apply_filters( 'wp_privacy_personal_data_exporters', array() )['afterword']['callback']( 'nobody@example.com', 1 )['data'] );
	},

	'a translation names its original, in WPML and Polylang' => function () {
		global $mug;
		same( null, Afterword_State::product( $mug->get_id() )['of'] );
		same( 7, Afterword_State::original( 7 ) );
		add_filter( 'wpml_original_element_id', $wpml = fn( $none, $id, $type ) => 'post_product' === $type ? '5' : null, 10, 3 );
		same( 5, Afterword_State::original( 7 ) );
		same( 'woo-5', Afterword_State::product( $mug->get_id() )['of'] );
		remove_filter( 'wpml_original_element_id', $wpml );
		// The original changes: what is nobody's translation any more is told first.
		$before = product( array( 'name' => 'Becher', 'regular_price' => '7' ) )->get_id();
		$after  = product( array( 'name' => 'Cup', 'regular_price' => '7' ) )->get_id();
		add_filter( 'wpml_original_element_id', $wpml = fn() => (string) $after );
		later( MINUTE_IN_SECONDS );
		do_action( 'afterword_send' );
		same( array( array( "woo-$after", null ), array( "woo-$before", "woo-$after" ) ), array_map( fn( $row ) => array( $row['id'], $row['of'] ), calls()[0]['body']['products'] ) );
		same( array(), waiting() );
		remove_filter( 'wpml_original_element_id', $wpml );
		if ( ! function_exists( 'pll_get_post' ) ) {
			eval( 'function pll_get_post( $id, $language ) { return "en" === $language && 7 === $id ? 6 : false; } function pll_default_language() { return "en"; } function pll_get_post_language( $id ) { return ""; }' );
			same( array( 6, 8 ), array( Afterword_State::original( 7 ), Afterword_State::original( 8 ) ) );
		}
	},

	'the log has ids and outcomes only' => function () use ( $is_real ) {
		if ( $is_real ) {
			$log = '';
			foreach ( glob( WP_CONTENT_DIR . '/uploads/wc-logs/afterword-*.log' ) as $file ) {
				$log .= file_get_contents( $file );
			}
		} else {
			$log = file_get_contents( getenv( 'AFTERWORD_TESTS' ) . '/afterword.log' );
		}
		same( 1, preg_match( '/order \d+ stored/', $log ) );
		same( 1, preg_match( '/order \d+ refused invalid_email/', $log ) );
		foreach ( array( '@', 'Jane', 'Bearer', 'Mill' ) as $unwanted ) {
			contains( $unwanted, $log, 0 );
		}
	},

	'deactivated, the clock stands; back, it finds what happened' => function () use ( $is_real ) {
		global $mug;
		deactivate_plugins( 'afterword/afterword.php' );
		same( array(), as_get_scheduled_actions( array( 'hook' => 'afterword_send', 'status' => 'pending' ), 'ids' ) );
		same( array( 'afterword_connection', 'afterword_move', 'afterword_sending', 'wp_afterword_outbox' ), array_values( array_diff( rows(), array( 'active_plugins' ) ) ) );
		// The hooks of this process stay, but those of the next do not.
		remove_all_actions( 'woocommerce_new_order' );
		remove_all_actions( 'woocommerce_update_order' );
		remove_all_actions( 'save_post_shop_order' );
		$order = order( array( $mug ) );
		same( array(), waiting() );
		activate_plugin( 'afterword/afterword.php' );
		Afterword_Outbox::start();
		Afterword_Outbox::wake();
		same( 1, count( as_get_scheduled_actions( array( 'hook' => 'afterword_send', 'status' => 'pending' ), 'ids' ) ) );
		same( true, isset( sent()[ $order->get_id() ] ) );
	},

	'disconnected here, nothing is left of it on either side' => function () {
		$owner = get_user_by( 'login', 'owner' );
		wp_set_current_user( $owner->ID );
		$to = submit( 'afterword_disconnect', $owner->ID, array( '_wpnonce' => wp_create_nonce( 'afterword_disconnect' ) ) );
		same( admin_url( 'admin.php?page=afterword&done=disconnected' ), $to );
		same( array( 'DELETE connection' ), array_column( calls(), 'call' ) );
		same( array(), array_values( array_diff( rows(), array( 'active_plugins', 'afterword_move' ) ) ) );
		same( null, $GLOBALS['wpdb']->get_var( "SHOW TABLES LIKE '%afterword%'" ) );
		same( array(), as_get_scheduled_actions( array( 'hook' => 'afterword_send', 'status' => 'pending' ), 'ids' ) );
		same( null, Afterword_Connection::stored() );
		// A copy forgets its key, and its shop stays connected.
		same( 'connected', connect()[2] );
		$staging = function () {
			return 'https://staging.example';
		};
		add_filter( 'option_home', $staging, 20 );
		same( true, Afterword_Connection::forget() );
		remove_filter( 'option_home', $staging, 20 );
		same( null, Afterword_Connection::stored() );
		same( 'connected', connect()[2] );
		afterword_is( 'away' );
		wp_set_current_user( $owner->ID );
		$to = submit( 'afterword_disconnect', $owner->ID, array( '_wpnonce' => wp_create_nonce( 'afterword_disconnect' ) ) );
		same( admin_url( 'admin.php?page=afterword&done=disconnected_here' ), $to );
		same( null, Afterword_Connection::stored() );
		afterword_is( '' );
	},

	'uninstalled, the shop is as it was' => function () use ( $is_real ) {
		global $wpdb, $mug;
		same( 'connected', connect()[2] );
		update_option( 'afterword_consent', 'x' );
		order( array( $mug ) );
		sent();
		deactivate_plugins( 'afterword/afterword.php' );
		define( 'WP_UNINSTALL_PLUGIN', 'afterword/afterword.php' );
		require dirname( __DIR__ ) . '/uninstall.php';
		same( array( 'DELETE connection' ), array_column( calls(), 'call' ) );
		same( array(), array_values( array_diff( rows(), array( 'active_plugins' ) ) ) );
		same( array(), as_get_scheduled_actions( array( 'hook' => 'afterword_send' ), 'ids' ) );
		if ( $is_real ) {
			same( '0', $wpdb->get_var( "SELECT COUNT(*) FROM {$wpdb->prefix}actionscheduler_actions WHERE hook LIKE '%afterword%'" ) );
			same( array(), glob( WP_CONTENT_DIR . '/uploads/wc-logs/afterword-*.log' ) );
			same( '0', $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key LIKE '%afterword%'" ) );
		}
		same( '0', $wpdb->get_var( "SELECT COUNT(*) FROM $wpdb->usermeta WHERE meta_key LIKE '%afterword%'" ) );
	},

	'WordPress complained about nothing of this plug-in' => function () {
		$log = (string) @file_get_contents( WP_DEBUG_LOG );
		same( array(), array_values( preg_grep( '~/woocommerce/(?!tests/)(?=includes/class-afterword|afterword|uninstall)|content/plugins/afterword|afterword_outbox~', explode( "\n", $log ) ) ) );
	},
);

$GLOBALS['wpdb']->query( "DELETE FROM {$GLOBALS['wpdb']->comments}" );
activate_plugin( 'afterword/afterword.php' );
afterword_is( '' );
calls();
update_option( 'woocommerce_enable_reviews', 'yes' );
update_option( 'woocommerce_enable_review_rating', 'yes' );
run( $stories );
