export default () => <h1 tabIndex={-1}>businesses</h1>;
