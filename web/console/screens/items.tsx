export default () => <h1 tabIndex={-1}>items</h1>;
