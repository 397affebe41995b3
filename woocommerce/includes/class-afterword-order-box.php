<?php
/**
 * The box in WordPress' screen of an order.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/** Says what becomes of an order, with two buttons. No page waits for this: the browser calls WordPress, which has the key, once it is there. */
class Afterword_Order_Box {

	const ACTION = 'afterword_order';

	public static function hook() {
		// Below WooCommerce's own.
		add_action( 'add_meta_boxes', array( __CLASS__, 'add' ), 40, 2 );
		add_action( 'wp_ajax_' . self::ACTION, array( __CLASS__, 'called' ) );
	}

	/** Where orders are posts, their screen is that of a post. */
	public static function add( $screen, $order ) {
		$order = 'shop_order' === $screen ? wc_get_order( $order->ID ) : $order;
		if ( $order instanceof WC_Order && Afterword_State::is_told( $order ) && self::may_edit( $order->get_id() ) && ! empty( Afterword_Connection::stored()['key'] ) ) {
			add_meta_box( 'afterword-order', 'Afterword', fn() => self::show( $order->get_id() ), $screen, 'side', 'high' );
		}
	}

	/** Before WooCommerce 10.7, the right to edit an order that is no post is that to edit posts; so it takes both. */
	private static function may_edit( $id ) {
		return current_user_can( 'edit_shop_orders' ) && current_user_can( 'edit_shop_order', $id );
	}

	private static function show( $id ) {
		wp_enqueue_script( 'afterword-order', plugins_url( 'assets/order.js', AFTERWORD_FILE ), array(), AFTERWORD_VERSION, true );
		printf( '<div id="afterword-ask" data-action="%s" data-_wpnonce="%s" data-order="%d">', esc_attr( self::ACTION ), esc_attr( wp_create_nonce( self::ACTION ) ), (int) $id );
		printf( '<p dir="auto" aria-live="polite" tabindex="-1" data-failed="%s">%s</p>', esc_attr__( 'WordPress does not answer. Load this page again.', 'afterword' ), esc_html__( 'Loading&hellip;', 'afterword' ) );
		printf( '<p><a class="hidden" target="_blank" rel="noopener">%s</a></p>', esc_html__( 'Open in Afterword', 'afterword' ) );
		printf( '<p><button type="button" class="button hidden" value="POST">%s</button> <button type="button" class="button hidden" value="DELETE">%s</button></p></div>', esc_html__( 'Ask now', 'afterword' ), esc_html__( 'Do not ask', 'afterword' ) );
	}

	public static function called() {
		check_ajax_referer( self::ACTION );
		$id    = absint( $_POST['order'] ?? 0 );
		$state = self::may_edit( $id ) ? Afterword_State::of( 'order', $id, '' ) : null;
		Afterword_Settings::allow_if( $state );
		$pressed = sanitize_text_field( wp_unslash( $_POST['do'] ?? '' ) );
		wp_send_json( self::call( in_array( $pressed, array( 'POST', 'DELETE' ), true ) ? $pressed : 'GET', $state ) );
	}

	/** What the box shows. What Afterword has not said leaves the buttons as they are. */
	private static function call( $method, array $state ) {
		$answer = array( 'status' => 0, 'json' => array() );
		if ( Afterword_Connection::may_send() ) {
			$path   = ( 'GET' === $method ? 'orders/' : 'asks/' ) . rawurlencode( $state['id'] );
			$query  = http_build_query( array( 'system_id' => $state['system_id'], 'lang' => str_replace( '_', '-', get_user_locale() ) ), '', '&' );
			$answer = Afterword_Connection::call( $method, "$path?$query", null, Afterword_Connection::stored() );
			Afterword_Connection::note( $answer );
		}
		$refusal = Afterword_Settings::refusal();
		$ask     = $answer['json']['ask'] ?? array();
		if ( '' !== $refusal ) {
			return array( 'text' => $refusal );
		} elseif ( 409 === $answer['status'] && 'GET' !== $method ) {
			// It does not apply any more.
			return self::call( 'GET', $state );
		} elseif ( 200 === $answer['status'] && is_string( $ask['text'] ?? null ) ) {
			return array( 'text' => $ask['text'], 'url' => esc_url_raw( $ask['url'] ?? '' ), 'POST' => ! empty( $ask['may_ask'] ), 'DELETE' => ! empty( $ask['may_stop'] ) );
		}
		$sentences = array( 404 => __( 'Afterword does not know this order yet.', 'afterword' ), 429 => __( 'No more can be asked this hour. Try again later.', 'afterword' ) );
		// A page of somebody between is no answer of Afterword.
		return array( 'text' => $sentences[ $answer['json'] ? $answer['status'] : 0 ] ?? __( 'Afterword does not answer. Try again later.', 'afterword' ) );
	}
}
