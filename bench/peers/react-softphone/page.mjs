// Its build expects it to be there.
import 'regenerator-runtime/runtime';
import { createElement } from 'react';
import { render } from 'react-dom';
import { WebSocketInterface } from 'jssip';
import SoftPhone from 'react-softphone';

const query = new URLSearchParams(location.search);
const exchange = query.get('exchange');
const user = query.get('user');
const keepNothing = () => true;

render(
  createElement(SoftPhone, {
    callVolume: 33,
    ringVolume: 44,
    connectOnStart: true,
    notifications: false,
    config: {
      domain: 'localhost',
      uri: `sip:${user}@localhost`,
      password: query.get('password'),
      ws_servers: exchange,
      sockets: new WebSocketInterface(exchange),
      display_name: user,
      debug: false,
    },
    setConnectOnStartToLocalStorage: keepNothing,
    setNotifications: keepNothing,
    setCallVolume: keepNothing,
    setRingVolume: keepNothing,
    timelocale: 'UTC',
  }),
  document.querySelector('#phone'),
);
